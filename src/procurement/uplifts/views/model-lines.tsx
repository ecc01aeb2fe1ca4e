import { longDate, number, percent } from '../../../core/ui/format.ts'
import { DataTable, State } from '../../../core/ui/parts/index.ts'
import { priceText } from '../../rates/price-words.ts'
import { floorWords } from '../../rates/wage-floor.ts'
import { leftWords, type ModelledLine } from '../model-line.ts'
import { morePounds } from './cost-table.tsx'
import { LineName } from './line-name.tsx'

/** The prices of a round, each with what becomes of it, its cap, and the wage to be paid from it. */
export function ModelLines({ slug, lines }: { readonly slug: string; readonly lines: readonly ModelledLine[] }) {
  return (
    <DataTable
      caption="Prices in the round"
      captionHidden
      missing="no price, or not known"
      columns={[
        { heading: 'Price' },
        { heading: 'Now', align: 'number' },
        { heading: 'New', align: 'number' },
        { heading: 'Against its cap' },
        { heading: 'Against the wage' },
        { heading: 'More a year', align: 'number' },
      ]}
      rows={lines.map((modelled) => {
        const { line, before, after, left, until } = modelled
        return [
          <LineName
            slug={slug}
            reference={line.contract.reference}
            lotNumber={line.lot.number}
            line={line}
            organisation={line.organisation}
          />,
          before === null ? null : priceText(before),
          left === null && after !== null ? (
            <>
              <strong>{priceText(after)}</strong>
              <small class="m-under">
                {rise(before, after)}
                {until ? `, until the price agreed from ${longDate(until)}` : ''}
              </small>
            </>
          ) : (
            <small>{left === null ? '' : leftWords[left]}</small>
          ),
          <Cap {...modelled} />,
          <Wage {...modelled} />,
          left !== null || line.yearlyUnits === null || before === null || after === null
            ? left === null
              ? null
              : '–'
            : morePounds(line.yearlyUnits * (after - before)),
        ]
      })}
    />
  )
}

/** How much a price goes up or down, in per cent of what it was. */
export const rise = (before: number | null, after: number): string => {
  if (!before) return 'new'
  const tenths = Math.round(((after - before) * 1000) / before)
  return tenths < 0 ? `down ${percent(-tenths / 10, 1)}` : `up ${percent(tenths / 10, 1)}`
}

function Cap({ line, capProblem, segments, after, left }: ModelledLine) {
  if (!line.lot.capped) return <>No cap</>
  if (capProblem === 'no-cap') return <State kind="attention" word="No cap is set for it" />
  const lowest = segments.reduce<number | null>(
    (least, { cap }) => (cap && (least === null || cap.pence < least) ? cap.pence : least),
    null,
  )
  if (lowest === null || after === null) return <>–</>
  if (capProblem === 'above-cap' && left === null)
    return <State kind="attention" word={`${priceText(after - lowest)} above ${priceText(lowest)}`} />
  return <>{`${priceText(lowest - after)} below ${priceText(lowest)}`}</>
}

function Wage({ floor }: ModelledLine) {
  if (floor.kind === 'none') return <>–</>
  const words = floorWords(floor)
  return floor.kind === 'covers' ? <>{words}</> : <State kind="attention" word={words} />
}

/** "1,204 prices", "one price" */
export const pricesCount = (count: number): string => (count === 1 ? 'one price' : `${number(count)} prices`)
