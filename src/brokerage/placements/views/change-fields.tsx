import { first } from '../../../core/forms/index.ts'
import {
  type Choice,
  ChoiceField,
  DateField,
  type FormState,
  mistakeAt,
  TextField,
  WordsField,
} from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Checkboxes, Radios } from '../../../core/ui/govuk/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { declineReasons } from '../../offer.ts'
import { pauseReasons } from '../../placement.ts'
import { needGroups, needWords } from '../../requests/need-code.ts'
import { VisitTable } from '../../requests/views/visit-table.tsx'
import { mostVisits, visitRows } from '../../requests/visit-rows.ts'
import type { ChangeKind } from '../change-kind.ts'
import {
  cancelWords,
  endWords,
  handBackWords,
  laterEndWords,
  laterWords,
  pauseWords,
  transferWords,
  withdrawWords,
} from '../change-words.ts'
import {
  cancelReasons,
  endReasons,
  laterEndReasons,
  laterReasons,
  transferReasons,
  withdrawReasons,
} from '../end-reasons.ts'
import { everyPlacement } from '../forms/change-form.ts'

export interface ChangeFieldsProps {
  readonly kind: ChangeKind
  readonly form: FormState
  /** The placements that it can be about. */
  readonly placements: readonly Choice[]
  /** Who may take a placement over. */
  readonly successors: readonly Choice[]
  /** The first day without care that a provider gives back today with the notice of its contract. */
  readonly noticeOn: IsoDate | null
}

/** The fields of one kind of change. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { kind, form, noticeOn } = props
  switch (kind) {
    case 'visits':
      return <VisitFields form={form} />
    case 'needs':
      return <NeedFields form={form} />
    case 'start':
      return (
        <>
          <PlacementField {...props} />
          <DateField form={form} name="on" label="Day on which care started" hint="Today, or a day gone by" />
        </>
      )
    case 'later-start':
      return (
        <>
          <PlacementField {...props} />
          <DateField form={form} name="on" label="Day on which care starts now" hint="Later than was agreed" />
          <ReasonField form={form} legend="Why it starts later" words={laterWords} reasons={laterReasons} />
          <ConsentField form={form} />
        </>
      )
    case 'rest':
      return (
        <>
          <PlacementField {...props} every="All care of this package" />
          <DateField form={form} name="on" label="First day without care" hint="For example, 20 11 2026" />
          <DateField
            form={form}
            name="until"
            label="Day on which it goes on (if known)"
            hint="The provider keeps the time free until then"
          />
          <ReasonField form={form} legend="Why" words={pauseWords} reasons={pauseReasons} />
        </>
      )
    case 'resume':
      return (
        <>
          <PlacementField {...props} every="All care of this package" />
          <DateField form={form} name="on" label="First day with care again" hint="For example, 20 11 2026" />
        </>
      )
    case 'hand-back':
      return (
        <>
          <PlacementField {...props} />
          <DateField
            form={form}
            name="on"
            label="First day without this care"
            hint={
              noticeOn
                ? `With full notice from today: ${longDate(noticeOn)}. Earlier only if you agree to it.`
                : undefined
            }
          />
          <ReasonField form={form} legend="Why it is given back" words={handBackWords} reasons={declineReasons} />
        </>
      )
    case 'go-on':
      return (
        <>
          <PlacementField {...props} />
          <DateField form={form} name="on" label="First day without this care" hint="Later than was planned" />
          <ReasonField form={form} legend="Why it goes on" words={laterEndWords} reasons={laterEndReasons} />
          <ConsentField form={form} />
        </>
      )
    case 'transfer':
      return <TransferFields {...props} />
    case 'cancel':
      return (
        <>
          <PlacementField {...props} />
          <ReasonField form={form} legend="Why" words={cancelWords} reasons={cancelReasons} />
        </>
      )
    case 'end':
      return (
        <>
          <DateField form={form} name="on" label="First day without care" hint="Gone by or to come" />
          <ReasonField form={form} legend="Why" words={endWords} reasons={endReasons} />
        </>
      )
    case 'withdraw':
      return <ReasonField form={form} legend="Why" words={withdrawWords} reasons={withdrawReasons} />
  }
}

const ConsentField = ({ form }: { readonly form: FormState }) => (
  <WordsField
    form={form}
    name="consent"
    label="Who of the provider agreed, and how"
    rows={2}
    hint="For example, the manager, by telephone. Without anything that says who care is for."
  />
)

function VisitFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <DateField form={form} name="on" label="Day from which this holds" hint="Today or later" />
      <VisitTable form={form} service={1} />
      {visitRows(form.typed, 1).length < mostVisits ? (
        <p>
          <button type="submit" class="m-tool" name="do" value="visits-1">
            Add another visit
          </button>
        </p>
      ) : null}
      <WordsField
        form={form}
        name="reason"
        label="Why it changes"
        rows={2}
        hint="Without a name or anything else that says who it is."
      />
    </>
  )
}

function NeedFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <div class="m-trip">
        {needGroups.map(({ heading, codes }, index) => (
          <Checkboxes
            name="needs"
            idPrefix={index === 0 ? 'needs' : `needs-group-${index + 1}`}
            legend={{ content: heading, classes: 'govuk-fieldset__legend--s' }}
            classes="govuk-checkboxes--small"
            values={form.typed.needs ?? []}
            items={codes.map((value) => ({ value, content: needWords[value] }))}
          />
        ))}
      </div>
      <DateField form={form} name="start" label="Day by which care is to start" />
      <Checkboxes
        name="short"
        classes="govuk-checkboxes--small"
        values={first(form.typed, 'short') === 'yes' ? ['yes'] : []}
        items={[{ value: 'yes', content: 'Short term: reablement, a crisis, or until something else begins' }]}
      />
      <WordsField
        form={form}
        name="reason"
        label="Why it changes"
        rows={2}
        hint="Without a name or anything else that says who it is."
      />
    </>
  )
}

function TransferFields(props: ChangeFieldsProps) {
  const { form, successors } = props
  return (
    <>
      <PlacementField {...props} />
      <ChoiceField
        form={form}
        name="to"
        label="Who takes it over"
        hint="Providers of the framework that serve this area and may be asked today"
        none="Choose a provider"
        choices={successors}
      />
      <TextField
        form={form}
        name="merged"
        label="After a merger: another organisation (optional)"
        hint="Its name as it is registered, if it is not in the list"
        width={20}
      />
      <DateField form={form} name="on" label="First day with the other provider" />
      <ReasonField form={form} legend="Why" words={transferWords} reasons={transferReasons} />
      <TextField form={form} name="approvedBy" label="Approved by" hint="The name of whoever approved it" width={20} />
    </>
  )
}

function PlacementField({ form, placements, every }: ChangeFieldsProps & { readonly every?: string }) {
  const [only] = placements
  if (placements.length === 1 && only) return <input type="hidden" name="placement" value={only.value} />
  const items = [...(every ? [{ value: everyPlacement, text: every }] : []), ...placements]
  return (
    <Radios
      name="placement"
      legend={{ content: 'Which care', classes: 'govuk-fieldset__legend--s' }}
      classes="govuk-radios--small"
      value={first(form.typed, 'placement')}
      errorMessage={mistakeAt(form, 'placement')}
      items={items.map(({ value, text }) => ({ value, content: text }))}
    />
  )
}

interface ReasonFieldProps<Reason extends string> {
  readonly form: FormState
  readonly legend: string
  readonly reasons: readonly Reason[]
  readonly words: { readonly [reason in Reason]: string }
}

function ReasonField<Reason extends string>({ form, legend, reasons, words }: ReasonFieldProps<Reason>) {
  return (
    <Radios
      name="reason"
      legend={{ content: legend, classes: 'govuk-fieldset__legend--s' }}
      classes="govuk-radios--small"
      value={first(form.typed, 'reason')}
      errorMessage={mistakeAt(form, 'reason')}
      items={reasons.map((value) => ({ value, content: words[value] }))}
    />
  )
}
