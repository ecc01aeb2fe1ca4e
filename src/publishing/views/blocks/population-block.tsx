import { LineChart, type Series } from '../../../core/ui/charts/index.ts'
import { about, number, signedPercent } from '../../../core/ui/format.ts'
import { DataTable, FigureCard, Section } from '../../../core/ui/parts/index.ts'
import { agesHeading, agesInWords, type Figure } from '../../../evidence/index.ts'
import type { PopulationSeries } from '../../../market/index.ts'
import { figurePath, sourcePath, tablePath } from '../../paths.ts'

export interface PopulationBlockProps {
  readonly slug: string
  readonly series: PopulationSeries
  /** Growth of each age group over the newest projection. */
  readonly growth: readonly Figure[]
  /** The people of each age group at the projection's ends, one figure each, in the order of the groups. */
  readonly ends: readonly { readonly from: Figure; readonly to: Figure }[]
}

/** How a place's older people are counted and projected, by age group: the chart, its table, and each figure's way back. */
export function PopulationBlock({ slug, series, growth, ends }: PopulationBlockProps) {
  const projection = series.lines.find((line) => line.kind === 'projection')
  const source = (projection ?? series.lines[0])?.source
  if (!source) return null
  return (
    <Section id="by-age" heading={growthHeading(growth)}>
      <FigureCard
        kind="need"
        finding={`People aged 65 and over in ${series.area.name}, by age group`}
        comparator="Counted years are solid, projected years are dashed. The two are editions of different years and do not meet exactly."
        source={{
          text: `${source.title}${source.edition ? `, ${source.edition}` : ''}`,
          href: sourcePath(slug, source.key),
        }}
        csv={{ href: tablePath(slug, 'population', 'csv') }}
      >
        <LineChart
          alternative={alternative(series)}
          series={linesOf(series)}
          formatY={number}
          height={300}
          table={tableOf(series)}
        />
      </FigureCard>
      {ends.length > 0 ? (
        <div class="m-spaced">
          <GrowthTable slug={slug} growth={growth} ends={ends} />
        </div>
      ) : null}
    </Section>
  )
}

function growthHeading(growth: readonly Figure[]): string {
  const oldest = growth.at(-1)
  if (!oldest || oldest.value === null) return 'People by age'
  const [from, to] = (oldest.period ?? '').split(' to ')
  const who = oldest.label.replace(/^Growth in /, '')
  return oldest.value >= 100
    ? `The number of ${who} is projected to more than double, from ${from} to ${to}`
    : `The number of ${who} is projected to ${oldest.value < 0 ? 'fall' : 'grow'} by ${number(Math.abs(oldest.value), 0)}% from ${from} to ${to}`
}

const tones = ['c1', 'c2', 'c3', 'c4'] as const

function linesOf({ ages, lines }: PopulationSeries): Series[] {
  return ages.flatMap((band, at) =>
    lines.map((line) => ({
      name: line.kind === 'estimate' && lines.length > 1 ? '' : agesHeading(band),
      tone: tones[at % tones.length] ?? 'ink',
      points: line.points.map((point) => ({ x: point.year, y: point.people[at] ?? null })),
      ...(line.kind === 'projection' ? { projectedFrom: line.points[0]?.year } : {}),
    })),
  )
}

function tableOf({ area, ages, lines }: PopulationSeries) {
  return {
    caption: `People in ${area.name} by age group and year`,
    columns: [
      { heading: 'Year' },
      { heading: 'Edition' },
      ...ages.map((band) => ({ heading: agesHeading(band), unit: 'people', align: 'number' as const })),
    ],
    rows: lines.flatMap((line) =>
      line.points.map((point) => [
        String(point.year),
        line.kind === 'estimate' ? 'estimate' : `${line.vintage}-based projection`,
        ...point.people.map((people) => (people === null ? null : number(people))),
      ]),
    ),
    missing: 'the edition does not divide people at these ages',
  }
}

function alternative({ area, ages, lines }: PopulationSeries): string {
  const projection = lines.find((line) => line.kind === 'projection') ?? lines[0]
  const [first, last] = [projection?.points[0], projection?.points.at(-1)]
  const parts = ages.map((band, at) => {
    const [from, to] = [first?.people[at], last?.people[at]]
    return from != null && to != null ? `${agesInWords(band)} from ${about(from)} to ${about(to)}` : undefined
  })
  return `Line chart of older people in ${area.name}, ${first?.year} to ${last?.year}: ${parts.filter(Boolean).join('; ')}.`
}

function GrowthTable({ slug, growth, ends }: Pick<PopulationBlockProps, 'slug' | 'growth' | 'ends'>) {
  const [one] = ends
  return (
    <DataTable
      caption={`Growth by age group, ${one?.from.period} to ${one?.to.period}, all from one projection`}
      columns={[
        { heading: 'Age group' },
        { heading: one?.from.period ?? '', unit: 'people', align: 'number' },
        { heading: one?.to.period ?? '', unit: 'people', align: 'number' },
        { heading: 'Growth', align: 'number' },
      ]}
      rows={ends.map(({ from, to }, at) => [
        from.label,
        <a href={figurePath(slug, from.id)}>{number(from.value ?? 0)}</a>,
        <a href={figurePath(slug, to.id)}>{number(to.value ?? 0)}</a>,
        <GrowthLink slug={slug} figure={growth[at]} />,
      ])}
    />
  )
}

function GrowthLink({ slug, figure }: { slug: string; figure: Figure | undefined }) {
  if (!figure || figure.value === null) return null
  return <a href={figurePath(slug, figure.id)}>{signedPercent(figure.value, 1)}</a>
}
