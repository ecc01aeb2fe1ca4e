import { number } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { type GapGrid, inSentence, type NeedCell, type UnmetFigure, unmetWords } from '../../../market/index.ts'
import { periodText } from '../../figure-words.ts'
import { gapCellPath, tablePath } from '../../paths.ts'
import { hoursText, waitedWords } from '../waited-words.ts'

/** So many rows are shown, the most people first; the file has them all. */
const mostRows = 40

/** Who waited for care in the last months: of the whole in words, of each area and service in a table. */
export function Waiting({ slug, grid }: { slug: string; grid: GapGrid }) {
  const waiting = grid.cells.filter(({ unmet }) => unmet.length > 0)
  const whole = waiting.filter(({ area }) => area.code === grid.whole.code)
  const month = whole.flatMap(({ unmet }) => unmet[0]?.people ?? []).toSorted((a, b) => (a.month < b.month ? 1 : -1))[0]
  if (!month) return null
  const rows = waiting
    .flatMap((cell) =>
      cell.unmet.flatMap((of) => (of.people.value === null || of.people.month !== month.month ? [] : [{ cell, of }])),
    )
    .toSorted((a, b) => (b.of.people.value ?? 0) - (a.of.people.value ?? 0))
  const when = `${periodText(month.month.slice(0, 7))}${month.soFar ? ' so far' : ''}`
  return (
    <Section
      id="waiting"
      heading="Who waited for care that could not be placed"
      intro="Counted from the records of brokerage, within a minute of each change. Everybody is counted once in a month."
    >
      {whole.map(({ unmet }) => unmet.map((of) => <p class="m-read">{waitedWords(of).join(' ')}</p>))}
      {rows.length > 0 ? (
        <DataTable
          caption={`People who waited in ${when}`}
          columns={[
            { heading: 'Area' },
            { heading: 'Service' },
            { heading: 'People', align: 'number' },
            { heading: 'Hours a week', align: 'number' },
            { heading: 'Mostly why' },
            { heading: 'Mostly missing' },
          ]}
          missing="too few to tell"
          rows={rows
            .slice(0, mostRows)
            .map(({ cell, of: { people, reasons, parts } }) => [
              <a href={gapCellPath(slug, cell.area.code, cell.service.key)}>{cell.area.name}</a>,
              inSentence(cell.service.name),
              number(people.value ?? 0),
              hoursText(people.hours),
              firstOf(reasons),
              firstOf(parts),
            ])}
        />
      ) : null}
      <p class="m-t__note">
        {untold(
          grid,
          rows.map(({ cell }) => cell),
        )}{' '}
        <a href={tablePath(slug, 'unmet-need', 'csv')}>Every month as CSV</a>,{' '}
        <a href={tablePath(slug, 'unmet-weeks', 'csv')}>every Monday as CSV</a>
      </p>
    </Section>
  )
}

const firstOf = ([first]: readonly UnmetFigure[]): string | null =>
  first ? `${unmetWords(first)} (${number(first.value ?? 0)})` : null

function untold({ areas }: GapGrid, told: readonly NeedCell[]): string {
  const known = new Set(told.map(({ area }) => area.code))
  const others = areas.filter(({ code }) => !known.has(code)).length
  return others === 0 || areas.length === 0
    ? ''
    : `In ${others === areas.length ? 'each area' : `${others} of ${areas.length} areas`} nobody waited, or too few to tell.`
}
