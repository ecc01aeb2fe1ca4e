import type { Partnership } from '../../../core/auth/index.ts'
import { DefaultButton, FormMistakes, type FormState, mistakeAt } from '../../../core/ui/form/index.ts'
import { Button, CharacterCount } from '../../../core/ui/govuk/index.ts'
import { Facts, PageTitle, Section, withQuery } from '../../../core/ui/parts/index.ts'
import { kindName } from '../../../places/index.ts'
import { newPackagePath, packagesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import type { NeedCriteria } from '../need-criteria.ts'
import type { Person } from '../queries/person.ts'
import type { RequestLists } from '../queries/request-lists.ts'
import { PersonFields } from './person-fields.tsx'
import { LevelSection, NeedsSection, WantedSection, WhenSection } from './request-sections.tsx'
import { ServiceFields } from './service-fields.tsx'

export interface RequestPageProps {
  readonly partnership: Partnership
  readonly form: FormState
  /** Who it is for; somebody new when left out. */
  readonly person: Person | undefined
  readonly lists: RequestLists
  /** Those that held at the assessment, or hold today while no day is typed. */
  readonly criteria: NeedCriteria | undefined
}

/** The form in which a care manager asks for care: one page, in the order of an assessment. */
export function RequestPage(props: RequestPageProps) {
  const { partnership, form, person, lists, criteria } = props
  const { slug } = partnership
  const title = person ? `Ask for care for ${person.name}` : 'Ask for care for somebody new'
  const action = withQuery(newPackagePath(slug), { person: person?.reference ?? 'new' })
  return (
    <BrokeragePage
      partnership={partnership}
      of="packages"
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[
        { content: 'Packages', href: packagesPath(slug) },
        { content: 'Ask for care', href: newPackagePath(slug) },
        { content: person?.reference ?? 'Somebody new' },
      ]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={title}
        note="Six short parts. It goes to the service matching team; no provider is told who it is before it accepts."
      />
      {person ? <KnownPerson person={person} /> : null}
      <form method="post" action={action} data-guard="" novalidate>
        <DefaultButton />
        {person ? null : (
          <Section id="who" heading="Who it is" intro="Told to a provider only after it has accepted.">
            <PersonFields form={form} />
          </Section>
        )}
        <LevelSection form={form} criteria={criteria} />
        <WantedSection form={form} nation={partnership.nation} />
        <NeedsSection form={form} />
        <Section
          id="visits"
          heading="4. The care"
          intro="Each service becomes a package of its own. Carers are found for parts of the day rather than for fixed times."
        >
          <ServiceFields
            form={form}
            action={action}
            services={lists.services.map(({ key, name }) => ({ value: key, text: name }))}
          />
        </Section>
        <WhenSection
          form={form}
          areas={lists.areas.map(({ code, name, kind }) => ({ value: code, text: `${name} (${kindName(kind)})` }))}
        />
        <Section
          id="told"
          heading="6. What providers are told once they show interest"
          intro="A pen picture: what a day is like, what matters, what a carer should be good at. No name, street, date of birth or number."
        >
          <div class="m-read">
            <CharacterCount
              name="picture"
              label={{ content: 'Pen picture', classes: 'govuk-label--s' }}
              maxlength={1000}
              rows={5}
              value={form.typed.picture?.[0] ?? ''}
              errorMessage={mistakeAt(form, 'picture')}
            />
          </div>
        </Section>
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="ask" preventDoubleClick>
            Ask for this care
          </Button>
          <a class="govuk-link" href={packagesPath(slug)}>
            Cancel
          </a>
        </div>
      </form>
    </BrokeragePage>
  )
}

function KnownPerson({ person }: { readonly person: Person }) {
  const { reference, address, postcode, ownReference } = person
  return (
    <Facts
      facts={[
        { term: 'Reference', value: reference },
        { term: 'Address', value: `${address.replace(/\s*\n\s*/g, ', ')}, ${postcode}` },
        { term: 'Social work record', value: ownReference ?? 'None given' },
      ]}
    />
  )
}
