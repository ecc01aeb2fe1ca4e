import { LineChart } from '../../../core/ui/charts/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import { type ServicesPage, sectorWords, type TrendPoint } from '../../../providers/index.ts'
import { shortPeriodText } from '../../figure-words.ts'

/** The registered services of one kind in one area, by name. */
export function RegisterServices({ caption, asOf, total, services }: ServicesPage & { caption: string }) {
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        columns={[
          { heading: 'Service' },
          { heading: 'Provider' },
          { heading: 'Run by' },
          { heading: 'Where' },
          { heading: 'Places', align: 'number' },
        ]}
        missing="not registered"
        rows={services.map(({ name, providerName, sector, inHouse, placeName, town, places }) => [
          name,
          providerName ?? 'not named',
          inHouse ? 'In-house' : sectorWords[sector],
          placeName ?? town ?? 'not known',
          places === null ? null : number(places),
        ])}
      />
      <p class="m-t__note">
        {services.length < total ? `The first ${services.length} of ${total}, by name. ` : ''}
        {asOf ? `As registered on ${longDate(asOf)}.` : ''}
      </p>
    </>
  )
}

interface SupplyHistoryProps {
  readonly area: string
  readonly service: string
  readonly history: readonly TrendPoint[]
}

/** What the register counted on each of its days: places where there are any, else services. */
export function SupplyHistory({ area, service, history }: SupplyHistoryProps) {
  const counted = history.some(({ places }) => places > 0) ? 'places' : 'services'
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last) return null
  const name = counted === 'places' ? 'Registered places' : 'Registered services'
  return (
    <LineChart
      alternative={`Line chart of ${name.toLowerCase()} on each day of the register, ${service}, ${area}: ${number(first[counted])} on ${longDate(first.asOf)}, ${number(last[counted])} on ${longDate(last.asOf)}.`}
      series={[
        { name, tone: 'supply', points: history.map((point) => ({ x: yearOf(point.asOf), y: point[counted] })) },
      ]}
      formatX={monthOf}
      formatY={(y) => number(y, 0)}
      table={{
        caption: `${name} on each day of the register`,
        columns: [{ heading: 'Day' }, { heading: 'Services', align: 'number' }, { heading: 'Places', align: 'number' }],
        rows: history.map(({ asOf, services, places }) => [longDate(asOf), number(services), number(places)]),
      }}
    />
  )
}

/** A day as a year with decimals, for the foot of a chart. */
function yearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
  return year + (Date.parse(day) - start) / (end - start)
}

/** A place along the foot as a month: "Sep 2024". */
const monthOf = (x: number): string =>
  shortPeriodText(`${Math.floor(x)}-${String(Math.min(12, Math.floor((x % 1) * 12 + 0.02) + 1)).padStart(2, '0')}`)
