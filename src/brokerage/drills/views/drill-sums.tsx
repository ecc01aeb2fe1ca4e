import { StackedBars } from '../../../core/ui/charts/index.ts'
import { number, pounds } from '../../../core/ui/format.ts'
import { DataTable, Facts, Section } from '../../../core/ui/parts/index.ts'
import { hoursOf } from '../../rules/replay-words.ts'
import type { DrillResult, DrillSum } from '../drill-result.ts'
import { extraCost } from '../drill-words.ts'

/** Who is hit, in a strip of facts. */
export function DrillFacts({ total, freeMinutes, leftMinutes }: DrillResult) {
  const without = total.people - total.placedPeople
  return (
    <Facts
      facts={[
        { term: 'People who lose care', value: number(total.people) },
        { term: 'Their hours a week', value: hoursOf(total.minutes) },
        { term: 'With nobody to go to', value: number(without), ...(without > 0 ? { tone: 'need' as const } : {}) },
        { term: 'Highest level of need', value: number(total.highest) },
        { term: 'Two carers at once', value: number(total.twoCarers) },
        { term: 'In hospital', value: number(total.inHospital) },
        { term: 'Hours others declared free', value: `${hoursOf(freeMinutes)}, ${hoursOf(leftMinutes)} left after` },
      ]}
    />
  )
}

const sumColumns = (what: string) =>
  [
    { heading: what },
    { heading: 'People', align: 'number' },
    { heading: 'Hours', unit: 'a week', align: 'number' },
    { heading: 'With nobody to go to', align: 'number' },
    { heading: 'Hours without', unit: 'a week', align: 'number' },
    { heading: 'Highest need', align: 'number' },
    { heading: 'Two carers', align: 'number' },
    { heading: 'Cost now', unit: 'a week', align: 'number' },
    { heading: 'Cost after', unit: 'a week, placed', align: 'number' },
  ] as const

const sumRow = (name: string, one: DrillSum): readonly string[] => [
  name,
  number(one.people),
  hoursOf(one.minutes),
  number(one.people - one.placedPeople),
  hoursOf(one.minutes - one.placedMinutes),
  number(one.highest),
  number(one.twoCarers),
  pounds(one.penceNow),
  pounds(one.penceAfter),
]

/** Where it hits, by area and by kind of service. */
export function DrillSums({ result }: { readonly result: DrillResult }) {
  const { byArea, byService, total, areas, services } = result
  const unpriced =
    total.unpriced > 0
      ? ` ${number(total.unpriced)} of them have no known price now or after, and are not in the cost.`
      : ''
  return (
    <Section id="areas" heading={extraCost(result)} intro={`By area, those hit hardest first.${unpriced}`}>
      <StackedBars
        alternative={byArea
          .map(
            (one) =>
              `${areas[one.key] ?? one.key}: ${hoursOf(one.placedMinutes)} hours placed, ${hoursOf(one.minutes - one.placedMinutes)} without`,
          )
          .join('; ')}
        parts={[
          { name: 'Hours a week that others could give', tone: 'supply' },
          { name: 'Hours a week that nobody could', tone: 'need' },
        ]}
        rows={byArea.slice(0, 12).map((one) => ({
          name: areas[one.key] ?? one.key,
          values: [one.placedMinutes / 60, (one.minutes - one.placedMinutes) / 60],
        }))}
        format={(sum) => number(Math.round(sum * 2) / 2)}
        table={{
          caption: 'Hours a week by area',
          columns: [
            { heading: 'Area' },
            { heading: 'Others could give', align: 'number' },
            { heading: 'Nobody could', align: 'number' },
          ],
          rows: byArea.map((one) => [
            areas[one.key] ?? one.key,
            hoursOf(one.placedMinutes),
            hoursOf(one.minutes - one.placedMinutes),
          ]),
        }}
      />
      <DataTable
        caption="People, hours and cost by area"
        columns={sumColumns('Area')}
        rows={byArea.map((one) => sumRow(areas[one.key] ?? one.key, one))}
        footer={sumRow('All', total)}
      />
      {byService.length > 1 ? (
        <DataTable
          caption="The same by kind of service"
          columns={sumColumns('Service')}
          rows={byService.map((one) => sumRow(services[one.key] ?? one.key, one))}
        />
      ) : null}
    </Section>
  )
}
