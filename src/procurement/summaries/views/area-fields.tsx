import { Checkboxes, Input } from '../../../core/ui/govuk/index.ts'
import type { Mistake } from '../forms.ts'
import type { AreaLists } from '../queries/summaries-desk.ts'

/** What was typed of a market area. */
export interface AreaTyped {
  readonly name: string
  readonly services: readonly string[]
  readonly budget: string
}

export interface AreaFieldsProps {
  readonly typed: AreaTyped
  readonly lists: AreaLists
  readonly mistakes: readonly Mistake[]
}

/** What a market area is called, which services it is made of, and which line of the budgets is its. */
export function AreaFields({ typed, lists, mistakes }: AreaFieldsProps) {
  const mistake = (field: string) => mistakes.find((one) => one.field === field)?.sentence
  return (
    <>
      <Input name="name" label="Name" value={typed.name} errorMessage={mistake('name')} />
      <Input
        name="budget"
        label="Budget line (optional)"
        hint="What the line of the budgets or spend is called there, such as “Care at home”. Its amount and source stand in the summary."
        value={typed.budget}
        errorMessage={mistake('budget')}
      />
      <Checkboxes
        name="services"
        legend="Services"
        hint="The summary leads to their pages."
        values={typed.services}
        items={lists.services.map(({ value, text }) => ({ value, content: text }))}
        classes="govuk-checkboxes--small"
        errorMessage={mistake('services')}
      />
    </>
  )
}
