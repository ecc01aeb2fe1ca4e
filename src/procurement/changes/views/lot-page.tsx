import type { Partnership } from '../../../core/auth/index.ts'
import { Button, Checkboxes } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { roleWords } from '../../register/contract-words.ts'
import { roles } from '../../standing.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { LotTyped } from '../forms/lot-form.ts'
import type { Mistake } from '../forms/typed.ts'
import { draftLotPath, draftPath } from '../paths.ts'
import type { Choices } from '../queries/choices.ts'
import type { FoundProvider } from '../queries/providers.ts'
import { DefaultButton } from './default-button.tsx'
import { ChoiceField, type FormState, mistakeAt, TextField } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'
import { ProviderFinder } from './provider-finder.tsx'

export interface LotPageProps {
  readonly partnership: Partnership
  readonly draft: { readonly reference: string; readonly title: string }
  readonly lotId: Id | 'new'
  readonly lot: LotTyped
  /** What the lot was when the form was opened. */
  readonly mark: string
  readonly letters: string
  readonly found: readonly FoundProvider[] | undefined
  readonly names: ReadonlyMap<Id, string>
  readonly choices: Choices
  readonly mistakes: readonly Mistake[]
}

/** One lot of a contract that is being made: what it buys, where, and who stands in it in which order. */
export function LotPage(props: LotPageProps) {
  const { partnership, draft, lotId, lot, mark, letters, found, choices, mistakes } = props
  const { slug } = partnership
  const form: FormState = {
    typed: { number: [lot.number], name: [lot.name], service: [lot.service], find: [letters] },
    mistakes,
  }
  const title =
    lotId === 'new'
      ? 'Add a lot'
      : lot.number || lot.name
        ? `Lot ${[lot.number, lot.name].filter(Boolean).join(', ')}`
        : 'The lot'
  return (
    <ContractsPage
      partnership={partnership}
      title={title}
      breadcrumbs={[
        { content: `Draft ${draft.reference}`, href: draftPath(slug, draft.reference) },
        { content: title },
      ]}
      mistakes={mistakes.length > 0}
    >
      <FormMistakes mistakes={mistakes} />
      <PageTitle
        heading={title}
        note={`Of “${draft.title}”. A contract that is one whole has one lot without a number.`}
      />
      <form method="post" action={draftLotPath(slug, draft.reference, lotId)} data-guard="" novalidate>
        <DefaultButton />
        <input type="hidden" name="mark" value={mark} />
        <div class="m-cols m-cols--2">
          <div>
            <TextField form={form} name="number" label="Number" width={5} />
            <TextField form={form} name="name" label="Name" hint="Of a ward lot, the ward: “Bathgate”." />
            <ChoiceField
              form={form}
              name="service"
              label="Service"
              none="As the contract says"
              choices={choices.services}
            />
            <Checkboxes
              name="needsLead"
              classes="govuk-checkboxes--small"
              values={lot.needsLead ? ['yes'] : []}
              items={[{ value: 'yes', content: 'One provider leads, and is asked before all others' }]}
            />
          </div>
          <div>
            <Areas {...props} />
          </div>
        </div>
        <Section id="providers" heading={lot.places.length === 0 ? 'No provider stands in it yet' : 'Who stands in it'}>
          <Places {...props} />
          <div class="m-read m-spaced">
            <ProviderFinder
              form={form}
              label="Add a provider"
              found={found?.filter(
                ({ value }) => !lot.places.some(({ organisation }) => value === `known:${organisation}`),
              )}
              picks="several"
            />
          </div>
        </Section>
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="save" preventDoubleClick>
            Save and set prices
          </Button>
          {lotId === 'new' ? null : (
            <Button name="do" value="drop" classes="govuk-button--secondary">
              Take this lot away
            </Button>
          )}
          <a class="govuk-link" href={draftPath(slug, draft.reference)}>
            Cancel
          </a>
        </div>
      </form>
    </ContractsPage>
  )
}

function Areas({ choices, lot, mistakes }: LotPageProps) {
  const kinds = [...Map.groupBy(choices.areas, ({ kind }) => kind)]
  const here = new Set(choices.areas.map(({ value }) => value))
  return (
    <>
      {kinds.map(([kind, areas], at) => (
        <Checkboxes
          name="areas"
          idPrefix={at === 0 ? 'areas' : `areas-${at + 1}`}
          legend={{
            content: kinds.length === 1 ? 'Areas served' : `Areas served: ${kind.replaceAll('-', ' ')}`,
            classes: 'govuk-fieldset__legend--s',
          }}
          classes="govuk-checkboxes--small"
          hint={at === 0 ? 'A person anywhere in them can be offered from this lot.' : undefined}
          values={lot.areas}
          errorMessage={at === 0 ? mistakeAt({ mistakes }, 'areas') : undefined}
          items={areas.map(({ value, text }) => ({ value, content: text }))}
        />
      ))}
      {lot.areas
        .filter((code) => !here.has(code))
        .map((code) => (
          <input type="hidden" name="areas" value={code} />
        ))}
    </>
  )
}

function Places({ lot, names, mistakes }: LotPageProps) {
  if (lot.places.length === 0) return null
  return (
    <DataTable
      caption="Providers of this lot"
      captionHidden
      stack
      columns={[{ heading: 'Provider' }, { heading: 'Role' }, { heading: 'Rank' }, { heading: 'Take out' }]}
      rows={lot.places.map(({ organisation, role, rank }, index) => {
        const at = index + 1
        const name = names.get(organisation) ?? 'A provider'
        const form = { typed: { [`place-${at}-role`]: [role], [`place-${at}-rank`]: [rank] }, mistakes }
        return [
          <>
            {name}
            <input type="hidden" name={`place-${at}-organisation`} value={organisation} />
          </>,
          <ChoiceField
            form={form}
            name={`place-${at}-role`}
            label={`Role of ${name}`}
            labelHidden
            choices={roles.map((value) => ({ value, text: roleWords[value] }))}
          />,
          <TextField
            form={form}
            name={`place-${at}-rank`}
            label={`Rank of ${name}: 1 is asked first`}
            labelHidden
            width={2}
            inputmode="numeric"
          />,
          <button type="submit" class="m-tool" name="do" value={`remove ${organisation}`}>
            Take out<span class="m-vh"> {name}</span>
          </button>,
        ]
      })}
    />
  )
}
