import { LineChart, type Series } from '../../../core/ui/charts/index.ts'
import { longDate, monthAndYear, number } from '../../../core/ui/format.ts'
import { DataTable, Section, type TableData } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Term } from '../../term.ts'
import type { Trend, TrendPoint } from '../trend.ts'

export interface RegisterTrendProps {
  readonly area: string
  readonly trend: Trend
  readonly types: readonly Pick<Term, 'key' | 'name'>[]
}

/** Services and registered places over all registers, and what became of each kind of service. */
export function RegisterTrend({ area, trend, types }: RegisterTrendProps) {
  const total = trend.lines.find(({ key }) => key === '')?.points ?? []
  const [first, last] = [total[0], total.at(-1)]
  if (!first || !last || total.length < 2) return null
  const table: TableData = {
    caption: `Adult active services of ${area} on each register`,
    columns: [
      { heading: 'Register as at' },
      { heading: 'Services', align: 'number' },
      { heading: 'Registered places', align: 'number' },
      { heading: 'Run in-house', align: 'number' },
    ],
    rows: total
      .map(({ asOf, services, places, inHouse }) => [longDate(asOf), number(services), number(places), number(inHouse)])
      .reverse(),
  }
  const chart = (what: 'services' | 'places', name: string) => (
    <LineChart
      alternative={`Line of ${name.toLowerCase()} of ${area}: ${number(first[what])} on ${longDate(first.asOf)}, ${number(last[what])} on ${longDate(last.asOf)}.`}
      series={[lineOf(name, total, what)]}
      formatX={nameOfPlace(trend.days)}
      table={table}
    />
  )
  return (
    <Section
      id="trend"
      heading={`From ${number(first.places)} to ${number(last.places)} registered places over ${number(total.length)} registers`}
      intro={`${longDate(first.asOf)} to ${longDate(last.asOf)}.`}
    >
      <div class="m-cols m-cols--2">
        <div>
          <h3 class="govuk-heading-s">Registered places</h3>
          {chart('places', 'Registered places')}
        </div>
        <div>
          <h3 class="govuk-heading-s">Services</h3>
          {chart('services', 'Services')}
        </div>
      </div>
      <ByType trend={trend} types={types} />
    </Section>
  )
}

function ByType({ trend, types }: Omit<RegisterTrendProps, 'area'>) {
  const [from, to] = [trend.days[0], trend.days.at(-1)]
  const rows = types.flatMap(({ key, name }) => {
    const points = trend.lines.find((line) => line.key === key)?.points
    const [first, last] = [points?.[0], points?.at(-1)]
    return first && last ? [{ name, first, last }] : []
  })
  if (!from || !to || rows.length === 0) return null
  return (
    <Section id="by-kind" level={3} heading="By kind of service">
      <DataTable
        caption={`Services and registered places on ${longDate(from)} and ${longDate(to)}`}
        missing="not registered by places"
        columns={[
          { heading: 'Kind of service' },
          { heading: 'Services then', align: 'number' },
          { heading: 'Services now', align: 'number' },
          { heading: 'Places then', align: 'number' },
          { heading: 'Places now', align: 'number' },
        ]}
        rows={rows.map(({ name, first, last }) => [
          name,
          number(first.services),
          number(last.services),
          placesOf(first),
          placesOf(last),
        ])}
      />
    </Section>
  )
}

const placesOf = ({ places }: TrendPoint): string | null => (places === 0 ? null : number(places))

const lineOf = (name: string, points: readonly TrendPoint[], what: 'services' | 'places'): Series => ({
  name,
  tone: 'supply',
  points: points.map((point) => ({ x: placeOf(point.asOf), y: point[what] })),
})

/** A day as a place along the foot: the year and how much of it has passed, so that whole numbers are new years. */
function placeOf(day: IsoDate): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year + (month - 1) / 12 + (date - 0.5) / 372
}

/** Registers are named by their month, new years between them by the year. */
function nameOfPlace(days: readonly IsoDate[]): (x: number) => string {
  const months = new Map(days.map((day) => [placeOf(day), monthAndYear(day.slice(0, 7))]))
  return (x) => months.get(x) ?? String(x)
}
