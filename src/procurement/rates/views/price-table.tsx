import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, State } from '../../../core/ui/parts/index.ts'
import type { PriceRow } from '../price-row.ts'
import { lineWords, priceText } from '../price-words.ts'
import { floorWords } from '../wage-floor.ts'

/** The prices of a lot on a day, each against its cap and the wage to be paid from it. */
export function PriceTable({ rows, capped }: { readonly rows: readonly PriceRow[]; readonly capped: boolean }) {
  return (
    <DataTable
      caption="Prices of the lot"
      captionHidden
      missing="no price on that day, or not known"
      columns={[
        { heading: 'Whose' },
        { heading: 'For' },
        { heading: 'Price', align: 'number' },
        ...(capped ? [{ heading: 'Against its cap' }] : []),
        { heading: 'Against the wage' },
        { heading: 'Units a year', align: 'number' as const },
      ]}
      rows={rows.map(({ line, organisation, rate, next, cap, floor }) => [
        <>
          {organisation ?? 'Every provider of the lot'}
          <small class="m-under">{basisWords[line.basis]}</small>
        </>,
        <>
          {lineWords(line)}
          {line.includes === '' ? null : <small class="m-under">Includes {line.includes}</small>}
        </>,
        rate ? (
          <>
            <strong>{priceText(rate.pence)}</strong>
            <small class="m-under">since {longDate(rate.from)}</small>
            {next ? (
              <small class="m-under">
                {priceText(next.pence)} from {longDate(next.from)}
              </small>
            ) : null}
          </>
        ) : next ? (
          <small>
            {priceText(next.pence)} from {longDate(next.from)}
          </small>
        ) : null,
        ...(capped ? [<AgainstCap cap={cap} pence={rate?.pence} />] : []),
        floor.kind === 'none' ? (
          '–'
        ) : floor.kind === 'covers' ? (
          floorWords(floor)
        ) : (
          <State kind="attention" word={floorWords(floor)} />
        ),
        line.yearlyUnits === null ? null : number(line.yearlyUnits),
      ])}
    />
  )
}

const basisWords = { tendered: 'Tendered', harmonised: 'One price for all', national: 'National table' } as const

function AgainstCap({ cap, pence }: { readonly cap: number | null; readonly pence: number | undefined }) {
  if (cap === null) return <State kind="attention" word="No cap is set for it" />
  if (pence === undefined) return <>cap {priceText(cap)}</>
  return <>{pence === cap ? `at its cap of ${priceText(cap)}` : `${priceText(cap - pence)} below ${priceText(cap)}`}</>
}

/** What each line cost before, the latest price first. */
export function PriceHistory({ rows }: { readonly rows: readonly PriceRow[] }) {
  return (
    <DataTable
      caption="Every price of the lot with its days"
      captionHidden
      columns={[{ heading: 'Whose' }, { heading: 'For' }, { heading: 'From' }, { heading: 'Price', align: 'number' }]}
      rows={rows.flatMap(({ line, organisation, all }) =>
        all.map(({ from, pence }) => [
          organisation ?? 'Every provider of the lot',
          lineWords(line),
          longDate(from),
          priceText(pence),
        ]),
      )}
    />
  )
}
