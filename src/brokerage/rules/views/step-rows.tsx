import { first } from '../../../core/forms/index.ts'
import { type Choice, ChoiceField, type FormState, TextField } from '../../../core/ui/form/index.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import { orders } from '../../offer-rule.ts'
import { stepField, stepsShown } from '../forms.ts'

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const pools: readonly Choice[] = [
  { value: 'lead', text: 'Lead of the lot' },
  { value: 'fallback', text: 'Fallback providers' },
  { value: 'framework', text: 'On the framework' },
  { value: 'tier', text: 'A tier of the framework, by rank' },
  { value: 'additional', text: 'Additional providers' },
  { value: 'accredited', text: 'Registered, beside the lots' },
  { value: 'in-house', text: 'Our own service' },
]

const orderTexts: { readonly [order in (typeof orders)[number]]: string } = {
  rank: 'by rank',
  'round-robin': 'asked longest ago first',
  'even-share': 'smallest share of hours first',
  price: 'cheapest first',
  quality: 'best graded first',
  distance: 'nearest first',
}

const orderChoices = orders.map((value) => ({ value, text: capital(orderTexts[value]) }))

const modeChoices: readonly Choice[] = [
  { value: 'one-after-another', text: 'One after another' },
  { value: 'all-at-once', text: 'All at once' },
]

export interface StepRowsProps {
  readonly form: FormState
  /** Grades of the nation's regulator, best first. */
  readonly grades: readonly Choice[]
  /** The address of the form: what changes the steps comes back to them. */
  readonly action: string
}

/** The steps of a rule, a row each: who is asked, in which order and for how long, within which limits. */
export function StepRows({ form, grades, action }: StepRowsProps) {
  const shown = stepsShown(form.typed)
  return (
    <div id="steps">
      <input type="hidden" name="steps" value={String(shown)} />
      <DataTable
        caption="Steps, in the order in which they are taken"
        stack
        columns={[
          { heading: 'Step' },
          { heading: 'Who is asked' },
          { heading: 'How' },
          { heading: 'Limits, where there are any' },
        ]}
        rows={Array.from({ length: shown }, (_, index) => stepRow({ form, grades, action, at: index + 1, of: shown }))}
      />
      {shown < 12 ? (
        <p>
          <Tool name="add" action={action} label="Add a step" />
        </p>
      ) : null}
    </div>
  )
}

interface StepProps extends StepRowsProps {
  readonly at: number
  readonly of: number
}

function stepRow({ form, grades, action, at, of }: StepProps) {
  const field = (name: Parameters<typeof stepField>[1]) => ({ form, name: stepField(at, name) })
  return [
    <>
      <strong>{at}</strong>
      {at > 1 ? <Tool name={`up-${at}`} action={action} label="Move up" of={`step ${at}`} /> : null}
      {of > 1 ? <Tool name={`drop-${at}`} action={action} label="Remove" of={`step ${at}`} /> : null}
    </>,
    <>
      <ChoiceField {...field('pool')} label="Who" choices={pools} />
      {first(form.typed, stepField(at, 'pool')) === 'tier' ? (
        <>
          <TextField {...field('rank-from')} label="From rank" width={3} inputmode="numeric" />
          <TextField {...field('rank-to')} label="To rank" width={3} inputmode="numeric" />
        </>
      ) : (
        <>
          <input
            type="hidden"
            name={stepField(at, 'rank-from')}
            value={first(form.typed, stepField(at, 'rank-from'))}
          />
          <input type="hidden" name={stepField(at, 'rank-to')} value={first(form.typed, stepField(at, 'rank-to'))} />
        </>
      )}
    </>,
    <>
      <ChoiceField {...field('order')} label="Order" choices={orderChoices} />
      <ChoiceField {...field('mode')} label="Asked" choices={modeChoices} />
      <TextField {...field('window')} label="Time to answer" hint="Working hours and minutes" width={4} />
    </>,
    <>
      <TextField {...field('cap')} label="Highest price an hour" prefix="£" width={5} inputmode="decimal" />
      <TextField {...field('approval')} label="Approval above" prefix="£" width={5} inputmode="decimal" />
      <ChoiceField {...field('grade')} label="Lowest grade" none="Any" choices={grades} />
      <TextField {...field('km')} label="Farthest" suffix="km" width={4} inputmode="decimal" />
      <TextField {...field('months')} label="Short term" suffix="months" width={3} inputmode="numeric" />
    </>,
  ]
}

interface ToolProps {
  readonly name: string
  readonly action: string
  readonly label: string
  /** Said to those who hear the button without seeing where it stands. */
  readonly of?: string
}

function Tool({ name, action, label, of }: ToolProps) {
  return (
    <button type="submit" class="m-tool" name="do" value={name} formaction={`${action}#steps`}>
      {label}
      {of ? <span class="m-vh"> {of}</span> : null}
    </button>
  )
}
