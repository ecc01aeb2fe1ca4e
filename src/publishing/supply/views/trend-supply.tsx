import { LineChart } from '../../../core/ui/charts/index.ts'
import { longDate, monthAndYear, number, percent } from '../../../core/ui/format.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { SupplyContent } from '../queries/supply-content.ts'
import { nounOf, trendFinding } from '../supply-findings.ts'
import { type NumbersOf, supplyFigurePath } from './supply-number.tsx'

export interface TrendSupplyProps {
  readonly supply: SupplyContent
  readonly of: NumbersOf
}

/** Services and places over every register that was imported; nothing where there is only one. */
export function TrendSupply({ supply: { asked, tally, trend }, of }: TrendSupplyProps) {
  const noun = nounOf(asked.kind)
  const finding = trendFinding(trend, noun)
  const [first, last] = [trend[0], trend.at(-1)]
  if (!finding || !first || !last) return null
  const withPlaces = trend.some(({ places }) => places > 0)
  const linked = (asOf: IsoDate, measure: 'services' | 'places', value: number) => (
    <a href={supplyFigurePath({ ...of, asOf }, measure)}>{number(value)}</a>
  )
  const chart = (what: 'services' | 'places') => (
    <LineChart
      alternative={`Line chart of ${what} in ${tally.area.name}: ${number(first[what])} on ${longDate(first.asOf)}, ${number(last[what])} on ${longDate(last.asOf)}.`}
      series={[
        {
          name: what === 'services' ? 'Services' : 'Places',
          tone: 'supply',
          points: trend.map((point) => ({ x: yearOf(point.asOf), y: point[what] })),
        },
      ]}
      formatX={(x) => momentText(x, trend)}
      formatY={number}
      table={{
        caption: `${what === 'services' ? 'Services' : 'Registered places'} in ${tally.area.name} on each register`,
        columns: [
          { heading: 'Register as at' },
          what === 'services'
            ? { heading: 'Services', align: 'number' }
            : { heading: 'Registered places', align: 'number' },
          ...(what === 'services' ? [{ heading: 'Run in-house', align: 'number' as const }] : []),
        ],
        rows: trend.map((point) => [
          longDate(point.asOf),
          linked(point.asOf, what, point[what]),
          ...(what === 'services' ? [point.services > 0 ? percent((point.inHouse / point.services) * 100) : null] : []),
        ]),
      }}
    />
  )
  return (
    <Section id="over-time" heading={finding} intro={`On ${trend.length} registers, the first and the last included.`}>
      <div class="m-cols m-cols--2">
        <div>
          <h3 class="m-h4">Services</h3>
          {chart('services')}
        </div>
        {withPlaces ? (
          <div>
            <h3 class="m-h4">Registered places</h3>
            {chart('places')}
          </div>
        ) : null}
      </div>
    </Section>
  )
}

/** A day as a number of years, so that registers stand apart as their days do. */
function yearOf(day: IsoDate): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year + (month - 1 + (date - 1) / 31) / 12
}

/** Whole years as they are; the first and last register by their month. */
function momentText(x: number, trend: SupplyContent['trend']): string {
  const point = trend.find(({ asOf }) => yearOf(asOf) === x)
  return point && !Number.isInteger(x) ? monthAndYear(point.asOf.slice(0, 7)) : String(x)
}
