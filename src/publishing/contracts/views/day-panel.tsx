import { longDate } from '../../../core/ui/format.ts'
import { Input } from '../../../core/ui/govuk/index.ts'
import { FilterPanel } from '../../../core/ui/parts/index.ts'
import { tablePath } from '../../paths.ts'
import type { AsAtDay } from '../queries/summaries-content.ts'

/** As at which day a page is read, the way to another day, and the same as files. */
export function DayPanel({ slug, action, on, today }: AsAtDay & { readonly slug: string; readonly action: string }) {
  return (
    <div class="m-spaced">
      <FilterPanel
        label="Choose the day"
        action={action}
        result={`As at ${longDate(on)}`}
        {...(on === today
          ? {}
          : { clear: { text: 'As at today', href: action }, chosen: [{ text: longDate(on), href: action }] })}
        links={[
          { text: 'Summaries as CSV', href: tablePath(slug, 'contract-summaries', 'csv') },
          { text: 'Contracts as CSV', href: tablePath(slug, 'contracts', 'csv') },
        ]}
      >
        <Input name="on" label="As at" value={on} attributes={{ type: 'date' }} />
      </FilterPanel>
    </div>
  )
}
