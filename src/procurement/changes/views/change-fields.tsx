import { longDate } from '../../../core/ui/format.ts'
import { Radios } from '../../../core/ui/govuk/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import type { Contract, Lot, Standing } from '../../contract.ts'
import { roleWords } from '../../register/contract-words.ts'
import { roles } from '../../standing.ts'
import { lastDayText, lotText, placeText } from '../change-words.ts'
import { wholeContract } from '../forms/change-form.ts'
import type { FormKind } from '../forms/form-kind.ts'
import { first } from '../forms/typed.ts'
import type { Choice, Choices } from '../queries/choices.ts'
import type { FoundProvider } from '../queries/providers.ts'
import { EndingFields, IdentityFields, RunningFields } from './detail-fields.tsx'
import { ChoiceField, DateField, type FormState, mistakeAt, TextField } from './form-fields.tsx'
import { PriceTable } from './price-table.tsx'
import { ProviderFinder } from './provider-finder.tsx'

export interface ChangeFieldsProps {
  readonly contract: Contract
  readonly form: FormState
  readonly choices: Choices
  readonly found: readonly FoundProvider[] | undefined
}

type Fields = (props: ChangeFieldsProps) => ReturnType<typeof OptionFields>

/** What each kind of change asks, beside its day, reason and document. */
export const changeFields: { readonly [kind in FormKind]: Fields } = {
  extension: (props) => (
    <>
      <OptionFields {...props} />
      <DateField
        form={props.form}
        name="last"
        label="Earlier last day"
        hint="Only when fewer days are taken than the option has."
      />
    </>
  ),
  'option-declined': OptionFields,
  variation: VariationFields,
  'early-end': () => <></>,
  join: JoinFields,
  leave: (props) => (
    <>
      <PlaceField {...props} label="Who leaves" />
      <ChoiceField
        form={props.form}
        name="nextLead"
        label="Who leads after"
        hint="Only when a lead leaves a lot that needs one."
        none="Nobody, or nobody leads"
        choices={placesOf(props.contract)}
      />
    </>
  ),
  standing: (props) => (
    <>
      <PlaceField {...props} label="Whose place" />
      <RoleFields {...props} />
    </>
  ),
  transfer: (props) => (
    <>
      <ChoiceField
        form={props.form}
        name="from"
        label="Who hands over"
        none="Choose a provider"
        choices={providersOf(props.contract)}
      />
      <ProviderFinder form={props.form} label="Who takes over" found={props.found} picks="one" />
    </>
  ),
  suspension: (props) => (
    <>
      <PlaceField {...props} label="What is suspended" whole />
      <DateField
        form={props.form}
        name="last"
        label="Last day of the suspension"
        hint="Leave it empty for a suspension that holds until it is lifted."
      />
    </>
  ),
  resumption: (props) => <PlaceField {...props} label="Whose suspension is lifted" whole resting />,
}

function OptionFields({ contract, form }: ChangeFieldsProps) {
  const open = contract.options.filter(({ decision }) => decision === 'open')
  return (
    <Radios
      name="option"
      legend={{ content: 'Which option', classes: 'govuk-fieldset__legend--s' }}
      classes="govuk-radios--small"
      value={first(form.typed, 'option')}
      errorMessage={mistakeAt(form, 'option')}
      items={open.map(({ id, position, from, until, decideBy }) => ({
        value: id,
        content: `Option ${position}: ${longDate(from)}${until ? ` to ${lastDayText(until)}` : ' on'}`,
        hint: decideBy ? `To be decided by ${longDate(decideBy)}` : undefined,
      }))}
    />
  )
}

function VariationFields({ form, choices }: ChangeFieldsProps) {
  return (
    <div class="m-cols m-cols--2">
      <Section id="what" heading="What it is">
        <IdentityFields form={form} choices={choices} />
      </Section>
      <div>
        <Section id="run" heading="Money, and how it is run">
          <RunningFields form={form} />
        </Section>
        <Section id="ends" heading="Its ends, and what follows">
          <DateField
            form={form}
            name="extendLast"
            label="New last day"
            hint="Only to bridge the time past its last option; options are taken by a form of their own. Leave it empty and its days stay."
          />
          <EndingFields form={form} choices={choices} />
        </Section>
      </div>
    </div>
  )
}

function JoinFields(props: ChangeFieldsProps) {
  const { contract, form, found } = props
  return (
    <>
      <ChoiceField
        form={form}
        name="lot"
        label="Lot"
        none="Choose a lot"
        choices={contract.lots.map((lot) => ({ value: lot.id, text: upperFirst(lotText(lot)) }))}
      />
      <ProviderFinder form={form} label="Provider" found={found} picks="one" />
      <RoleFields {...props} />
    </>
  )
}

/** The prices of a provider that joins; they need more room than the rest of the form. */
export function JoinPrices({ contract, form }: Pick<ChangeFieldsProps, 'contract' | 'form'>) {
  return (
    <Section
      id="prices"
      heading="Its prices"
      intro="Leave them empty where the lot has one price for everyone, or takes a national table’s."
    >
      <PriceTable form={form} providers={undefined} national={contract.detail.nationalFramework !== null} />
    </Section>
  )
}

function RoleFields({ form }: ChangeFieldsProps) {
  return (
    <>
      <ChoiceField
        form={form}
        name="role"
        label="Role"
        none="Choose a role"
        choices={roles.map((value) => ({ value, text: roleWords[value] }))}
      />
      <TextField
        form={form}
        name="rank"
        label="Rank"
        hint="1 is asked first. Leave it empty where all are equal."
        width={2}
        inputmode="numeric"
      />
    </>
  )
}

interface PlaceFieldProps extends ChangeFieldsProps {
  readonly label: string
  /** The contract as a whole may be chosen too. */
  readonly whole?: boolean
  /** Only those who can't be asked now. */
  readonly resting?: boolean
}

function PlaceField({ contract, form, label, whole, resting = false }: PlaceFieldProps) {
  const places = placesOf(contract, resting)
  return (
    <ChoiceField
      form={form}
      name="place"
      label={label}
      none="Choose"
      choices={whole ? [{ value: wholeContract, text: 'The whole contract' }, ...places] : places}
    />
  )
}

/** Everyone who stands in a lot, each place once, as it was told last. */
function placesOf({ lots }: Contract, resting = false): Choice[] {
  return lots.flatMap((lot) =>
    latest(lot)
      .filter(({ state }) => state !== 'left')
      .filter(
        ({ lotProviderId }) =>
          !resting ||
          lot.standings.some(
            (one) => one.lotProviderId === lotProviderId && (one.state === 'suspended' || one.state === 'unconfirmed'),
          ),
      )
      .map(({ lotProviderId, organisation, role, rank }) => ({
        value: lotProviderId,
        text: `${upperFirst(lotText(lot))}: ${organisation}, ${placeText(role, rank).toLowerCase()}`,
      })),
  )
}

const latest = (lot: Lot): Standing[] => [
  ...new Map(
    lot.standings.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((standing) => [standing.lotProviderId, standing]),
  ).values(),
]

const providersOf = ({ lots }: Contract): Choice[] =>
  [
    ...new Map(
      lots
        .flatMap(latest)
        .filter(({ state }) => state !== 'left')
        .map((one) => [one.organisationId, one.organisation]),
    ),
  ]
    .map(([value, text]) => ({ value, text }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
