import type { Partnership } from '../../../core/auth/index.ts'
import { first } from '../../../core/forms/index.ts'
import { FormMistakes, type FormState, mistakeAt, TextField } from '../../../core/ui/form/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, NotificationBanner, Radios } from '../../../core/ui/govuk/index.ts'
import { Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { personPath } from '../../paths.ts'
import { eraseReasons, eraseReasonWords } from '../erase-reason.ts'
import type { HeldPerson } from '../queries/held-person.ts'
import { PeopleFrame } from './people-frame.tsx'

export interface PersonPageProps {
  readonly partnership: Partnership
  readonly person: HeldPerson
  readonly held: {
    readonly packages: number
    readonly offers: number
    readonly told: number
    readonly placements: number
    readonly spells: number
  }
  readonly form: FormState
  /** The person has just been erased. */
  readonly done: boolean
}

/** What is held of one person: given to them, or erased. */
export function PersonPage({ partnership, person, held, form, done }: PersonPageProps) {
  const { reference, name, erasedAt } = person
  const title = name ?? `${reference}: erased`
  const counted = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? '' : 's'}`
  return (
    <PeopleFrame
      partnership={partnership}
      title={title}
      breadcrumbs={[{ content: reference }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      {done ? <NotificationBanner type="success" text="The person is erased. The ledger’s chain is whole." /> : null}
      <PageTitle
        heading={title}
        note={
          erasedAt
            ? `Erased on ${longDate(londonDate(erasedAt))}. What is left counts care, and leads to nobody.`
            : `${person.address?.replace(/\s*\n\s*/g, ', ')}, ${person.postcode}`
        }
      />
      <Facts
        facts={[
          { term: 'Reference', value: reference },
          { term: 'Social work record', value: person.ownReference ?? 'None' },
          { term: 'Packages', value: counted(held.packages, 'package') },
          { term: 'Offers made', value: counted(held.offers, 'offer') },
          { term: 'Told to providers', value: counted(held.told, 'time') },
          { term: 'Placements', value: counted(held.placements, 'placement') },
          { term: 'Waiting recorded', value: counted(held.spells, 'spell') },
        ]}
      />
      <Section
        id="export"
        heading="Give them what is held"
        intro="One JSON document: who they are, packages with visits and wishes, to whom what was told, who gave care, and what was recorded. That it was given is recorded too."
      >
        <form method="post" action={`${personPath(partnership.slug, reference)}/export`}>
          <Button classes="govuk-button--secondary">Download everything</Button>
        </form>
      </Section>
      {erasedAt ? null : <EraseSection slug={partnership.slug} reference={reference} form={form} />}
    </PeopleFrame>
  )
}

interface EraseSectionProps {
  readonly slug: string
  readonly reference: string
  readonly form: FormState
}

function EraseSection({ slug, reference, form }: EraseSectionProps) {
  return (
    <Section
      id="erase"
      heading="Erase them"
      intro="Name, address, contacts, risks, wishes, pen pictures, questions and answers go, here and with providers, and nobody can bring them back. Hours, dates and codes stay, to count care. The ledger keeps that something was said, not what."
    >
      <form method="post" action={`${personPath(slug, reference)}/erase`} novalidate class="m-read">
        <Radios
          name="reason"
          legend={{ content: 'Why', classes: 'govuk-fieldset__legend--s' }}
          classes="govuk-radios--small"
          value={first(form.typed, 'reason')}
          errorMessage={mistakeAt(form, 'reason')}
          items={eraseReasons.map((value) => ({ value, content: eraseReasonWords[value] }))}
        />
        <TextField form={form} name="typed" label={`Type ${reference} to confirm`} width={20} />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Erase this person
        </Button>
      </form>
    </Section>
  )
}
