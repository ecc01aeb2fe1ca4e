import { StackedBars } from '../../../core/ui/charts/index.ts'
import { number } from '../../../core/ui/format.ts'
import type { Cell } from '../../../core/ui/parts/index.ts'
import type { SupplyRow } from '../supply-rows.ts'
import { noNumber, numberColumns, plainNumbers } from './supply-number.tsx'

export interface PartedBarsProps {
  /** What the rows are: "Kind of service". */
  readonly heading: string
  /** What the table holds: what, where and when. */
  readonly caption: string
  readonly rows: readonly SupplyRow[]
  /** The cells after a row's name; without it, plain numbers. */
  readonly cells?: ((row: SupplyRow) => readonly Cell[]) | undefined
  readonly tableOpen?: boolean | undefined
}

/** Services in-house beside those of other providers, as lying bars with their table. */
export function PartedBars({ heading, caption, rows, cells = plainNumbers, tableOpen }: PartedBarsProps) {
  const own = rows.some(({ inHouse }) => inHouse > 0)
  return (
    <StackedBars
      alternative={`Bars of ${caption}: ${rows.map(({ name, services }) => `${name} ${number(services)}`).join(', ')}.`}
      parts={[
        ...(own ? [{ name: 'In-house', tone: 'grey' } as const] : []),
        { name: 'Other providers', tone: 'supply' },
      ]}
      rows={rows.map(({ name, services, inHouse }) => ({
        name,
        values: own ? [inHouse, services - inHouse] : [services],
      }))}
      table={{
        caption,
        columns: [{ heading }, ...numberColumns],
        rows: rows.map((row) => [row.name, ...cells(row)]),
        missing: noNumber,
      }}
      tableOpen={tableOpen}
    />
  )
}
