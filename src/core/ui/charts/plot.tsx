import type { ComponentChildren } from 'preact'
import { DataTable, type TableData } from '../parts/index.ts'

/** What every chart must be given besides its data: what it shows in a sentence, and the same figures as a table. */
export interface ChartProps {
  /** Says what the drawing shows to those who don't see it: kind of chart, what, where, from and to. */
  readonly alternative: string
  readonly table: TableData
  /** Show the table at once, as on a figure's own page. */
  readonly tableOpen?: boolean | undefined
}

/** A drawing with its table beside it. */
export function Plot({
  table,
  tableOpen,
  children,
}: Omit<ChartProps, 'alternative'> & { children: ComponentChildren }) {
  return (
    <>
      <div class="m-plot">{children}</div>
      <details class="m-figures" open={tableOpen}>
        <summary>See the figures as a table</summary>
        <DataTable {...table} />
      </details>
    </>
  )
}

/** Said in place of a drawing when there is not one figure to draw. */
export function NothingToDraw({ alternative }: { readonly alternative: string }) {
  return (
    <p class="m-small m-2">
      There are no figures to draw yet. <span class="m-vh">{alternative}</span>
    </p>
  )
}
