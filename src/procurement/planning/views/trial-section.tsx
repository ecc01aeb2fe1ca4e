import { longDate } from '../../../core/ui/format.ts'
import { DateInput, ErrorSummary, Select } from '../../../core/ui/govuk/index.ts'
import { DataTable, FilterPanel, Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Mistake } from '../../changes/forms/typed.ts'
import { type ContractKind, contractKinds } from '../../contract-kind.ts'
import { kindWords } from '../../register/contract-words.ts'
import type { BackPlan } from '../back-plan.ts'
import { planningPath } from '../paths.ts'

/** A last day worked back for a kind of contract, step by step. */
export interface Trial {
  readonly kind: ContractKind
  readonly end: IsoDate
  readonly plan: BackPlan
  /** As it was typed. */
  readonly typed: { readonly [field: string]: string }
  readonly mistakes: readonly Mistake[]
}

/** A form to try a last day, with each step that leads up to it. */
export function TrialSection({ slug, trial }: { readonly slug: string; readonly trial: Trial }) {
  const { kind, end, plan, typed, mistakes } = trial
  return (
    <Section
      id="trial"
      heading={`What ends on ${longDate(end)} has to be started again by ${longDate(plan.latestSafeStart)}`}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="There is a problem"
          errorList={mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${field}` }))}
        />
      ) : null}
      <FilterPanel
        label="Try another last day"
        action={`${planningPath(slug)}#trial`}
        button="Work back"
        result={`${plan.steps.length} ${plan.steps.length === 1 ? 'step' : 'steps'}, the first by ${longDate(plan.latestSafeStart)}`}
      >
        <Select
          name="kind"
          label={{ content: 'Kind of contract' }}
          value={kind}
          items={contractKinds.map((value) => ({ value, text: kindWords[value] }))}
        />
        <DateInput
          id="end"
          namePrefix="end"
          legend="Its last day"
          values={typed}
          errorMessage={mistakes[0]?.sentence}
        />
      </FilterPanel>
      <DataTable
        caption={`${kindWords[kind]}: each step from the latest day from which it still ends in time`}
        stack
        columns={[{ heading: 'Step' }, { heading: 'Begins by' }, { heading: 'Ends by' }, { heading: 'Meeting' }]}
        rows={plan.steps.map((step) => [
          step.name,
          longDate(step.begins),
          longDate(step.ends),
          step.meeting
            ? `${step.meeting.committee}, papers in by ${longDate(step.meeting.papersBy)}`
            : step.undated
              ? `${step.undated}: no date known for then`
              : 'None',
        ])}
      />
      {plan.guessed ? (
        <p class="m-2">Holidays of some of this time are not known yet: only weekends are left out there.</p>
      ) : null}
    </Section>
  )
}
