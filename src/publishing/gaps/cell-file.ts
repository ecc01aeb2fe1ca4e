import type { Partnership } from '../../core/auth/index.ts'
import type { RowsBehind, Source } from '../../evidence/index.ts'
import type { NeedCell } from '../../market/index.ts'
import type { FileDescription } from '../csvw.ts'
import type { PlainTable } from '../plain-table.ts'

/** What a gap is made of as a file: the rows of need and supply, now and as forecast; JSON has the figures besides. */
export function cellFile(
  partnership: Pick<Partnership, 'name'>,
  { cell, sources }: { readonly cell: NeedCell; readonly sources: ReadonlyMap<string, Source> },
): { about: FileDescription; rows: PlainTable['rows']; told: Readonly<Record<string, unknown>> } {
  const { area, service, status, need, supply, gap, share, because, forecast, shortages, targets } = cell
  const [now, ahead] = [cell.behind('gap', false), cell.behind('gap', true)]
  const shown = [need, supply, gap, forecast?.need, forecast?.supply, forecast?.gap, ...shortages, ...targets]
  const keys = new Set(shown.flatMap((figure) => figure?.sources.map(({ key }) => key) ?? []))
  return {
    about: {
      file: `${area.code}-${service.key}.csv`,
      title: `${service.name} in ${area.name}: what need, supply and gap are made of`,
      description:
        'One row for each number that need or supply is made of; when says whether it is of now or looked ahead to.',
      publisher: partnership.name,
      columns: [when, ...now.columns.map(columnOf)],
      key: [],
      sources: [...keys].flatMap((key) => sources.get(key) ?? []),
    },
    rows: [
      ...now.rows.map((row) => ['now', ...row]),
      ...(forecast ? ahead.rows.map((row) => ['forecast', ...row]) : []),
    ],
    told: {
      area,
      service,
      status,
      need,
      supply,
      gap,
      share_short_percent: share,
      because,
      forecast,
      shortages,
      targets,
      unmet: cell.unmet,
    },
  }
}

const when = { key: 'when', heading: 'When', datatype: 'string', description: 'now or forecast.' } as const

const columnOf = ({ key, label, numeric }: RowsBehind['columns'][number]) => ({
  key,
  heading: label,
  datatype: numeric ? ('number' as const) : ('string' as const),
  description: label,
})
