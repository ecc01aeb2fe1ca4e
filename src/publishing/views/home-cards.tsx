import type { VNode } from 'preact'
import type { Partnership } from '../../core/auth/index.ts'
import { LineChart } from '../../core/ui/charts/index.ts'
import { about, number } from '../../core/ui/format.ts'
import { EmptyState, FigureCard } from '../../core/ui/parts/index.ts'
import type { CitedFigure, Figure } from '../../evidence/index.ts'
import { citedSeries } from '../cited-series.ts'
import { figurePath, sectionPath, sourcePath, tablePath } from '../paths.ts'
import type { PopulationContent } from '../population-content.ts'
import type { HomeContent } from '../queries/home-content.ts'
import { CitedCard } from './cited-card.tsx'
import { emptySections } from './empty-sections.ts'
import { HomeGapCard } from './home-gap.tsx'
import { HomeSupplyCard } from './home-supply.tsx'
import { SeriesCard } from './series-card.tsx'

export interface HomeCardsProps extends Pick<HomeContent, 'population' | 'dementia' | 'cited' | 'supply' | 'gaps'> {
  readonly partnership: Partnership
}

/** Need, supply and gap on one line: worked out where counts are held, cited where a document prints it, said where neither is. */
export function HomeCards({ partnership, population, dementia, cited, supply: counted, gaps }: HomeCardsProps) {
  const { slug, title } = partnership
  const of = (section: CitedFigure['section']) => cited.filter((figure) => figure.section === section)
  const empty = (kind: 'need' | 'supply' | 'gap') => <EmptyCard partnership={partnership} kind={kind} />
  const need = population ? <PeopleCard slug={slug} population={population} /> : undefined
  const expected = dementia.length > 0 ? <DementiaCard slug={slug} figures={dementia} /> : undefined
  const printed = cardFor(slug, 'supply', of('supply')) ?? empty('supply')
  const supply = counted ? <HomeSupplyCard slug={slug} supply={counted} /> : printed
  const gap =
    gaps.length > 0 ? <HomeGapCard slug={slug} title={title} cells={gaps} /> : cardFor(slug, 'gap', of('gaps'))
  return (
    <div class="m-trip">
      {need ?? cardFor(slug, 'need', [...of('demand'), ...of('population')]) ?? empty('need')}
      {expected ?? supply}
      {gap ?? (expected ? supply : empty('gap'))}
    </div>
  )
}

/** The best single thing that a section's cited figures can show: a series over time, else one number. */
function cardFor(slug: string, kind: 'need' | 'supply' | 'gap', figures: readonly CitedFigure[]): VNode | undefined {
  const [series] = citedSeries(figures)
  if (series) return <SeriesCard slug={slug} series={series} kind={kind} />
  const figure = figures.find(({ value, status }) => value !== null && status === 'printed')
  return figure && <CitedCard slug={slug} figure={figure} kind={kind} />
}

function PeopleCard({ slug, population }: { slug: string; population: PopulationContent }) {
  const end = population.ends.at(-1)
  const source = end?.to.sources[0]
  if (!end || !source || end.from.value === null || end.to.value === null) return undefined
  const ratio = end.to.value / end.from.value
  const lines = population.older.lines
  const rows = lines.flatMap((line) =>
    line.points.map(({ year, people }) => ({ line, year, people: people[0] ?? null })),
  )
  return (
    <FigureCard
      kind="need"
      finding={`The number of ${lower(end.to.label)} is projected to ${ratio >= 1.95 ? 'double' : `grow by ${Math.round((ratio - 1) * 100)}%`} by ${end.to.period}`}
      stat={{ value: number(end.to.value), unit: `people projected for ${end.to.period}` }}
      comparator={
        <>
          From {about(end.from.value)} in {end.from.period}. {latestWords(population)}{' '}
          <a href={figurePath(slug, end.to.id)}>How this is made</a>
        </>
      }
      source={{ text: `${source.publisher}, ${source.edition ?? source.title}`, href: sourcePath(slug, source.key) }}
      csv={{ href: tablePath(slug, 'population', 'csv') }}
    >
      <LineChart
        alternative={`Line chart of ${lower(end.to.label)}: ${about(end.from.value)} in ${end.from.period}, ${about(end.to.value)} in ${end.to.period}.`}
        series={lines.map((line) => ({
          name: '',
          tone: 'need',
          points: line.points.map(({ year, people }) => ({ x: year, y: people[0] ?? null })),
          ...(line.kind === 'projection' ? { projectedFrom: line.points[0]?.year } : {}),
        }))}
        formatY={(value) => number(value, 0)}
        height={196}
        table={{
          caption: `${end.to.label}, by year`,
          columns: [{ heading: 'Year' }, { heading: 'Edition' }, { heading: 'People', align: 'number' }],
          rows: rows.map(({ line, year, people }) => [
            String(year),
            line.kind === 'estimate' ? 'estimate' : 'projection',
            people === null ? null : number(people),
          ]),
        }}
      />
    </FigureCard>
  )
}

/** How the latest count stands against the projection for the same year. */
function latestWords({ older }: PopulationContent): string {
  const of = (kind: 'estimate' | 'projection') => older.lines.find((line) => line.kind === kind)?.points ?? []
  const latest = of('estimate').at(-1)
  const counted = latest?.people[0]
  const projected = of('projection').find((point) => point.year === latest?.year)?.people[0]
  if (!latest || counted == null || projected == null) return ''
  const difference = Math.round((counted / projected - 1) * 100)
  const against =
    difference === 0 ? 'as projected' : `${Math.abs(difference)}% ${difference < 0 ? 'below' : 'above'} this projection`
  return `The latest estimate, ${about(counted)} in ${latest.year}, is ${against}.`
}

function DementiaCard({ slug, figures }: { slug: string; figures: readonly Figure[] }) {
  const [first, last] = [figures[0], figures.at(-1)]
  const rates = last?.sources[0]
  if (!first || !last || !rates || first.value === null || last.value === null) return null
  return (
    <FigureCard
      kind="need"
      finding={`${about(last.value).replace(/^a/, 'A')} people are expected to have dementia in ${last.period}`}
      stat={{ value: number(Math.round(last.value)), unit: `people expected in ${last.period}` }}
      comparator={
        <>
          From {about(first.value)} in {first.period}, if the rates stay as they are.{' '}
          <a href={sectionPath(slug, 'demand')}>See each year with its limits</a>
        </>
      }
      source={{ text: rates.title, href: sourcePath(slug, rates.key) }}
      csv={{ href: tablePath(slug, 'dementia', 'csv') }}
    >
      <LineChart
        alternative={`Line chart of people expected to have dementia: ${about(first.value)} in ${first.period}, ${about(last.value)} in ${last.period}.`}
        series={[
          {
            name: '',
            tone: 'need',
            points: figures.map((figure) => ({ x: Number(figure.period), y: figure.value })),
            projectedFrom: Number(first.period),
          },
        ]}
        formatY={(value) => number(value, 0)}
        height={196}
        table={{
          caption: `${last.label}, by year`,
          columns: [{ heading: 'Year' }, { heading: 'Expected', unit: 'people', align: 'number' }],
          rows: figures.map((figure) => [
            figure.period ?? '',
            <a href={figurePath(slug, figure.id)}>{number(figure.value ?? 0, 0)}</a>,
          ]),
        }}
      />
    </FigureCard>
  )
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const emptiness = {
  need: { finding: 'How many people need care', section: 'demand' },
  supply: { finding: 'What care there is', section: 'supply' },
  gap: { finding: 'Where care is short', section: 'gaps' },
} as const

/** Keeps the place of a card for which the documents print nothing. */
function EmptyCard({ partnership, kind }: { partnership: Partnership; kind: 'need' | 'supply' | 'gap' }) {
  const { finding, section } = emptiness[kind]
  return (
    <div class={`m-fig m-fig--${kind}`}>
      <p class="m-kind">{{ need: 'Need', supply: 'Supply', gap: 'Gap' }[kind]}</p>
      <h3 class="m-h3">{finding}</h3>
      <div class="m-spaced">
        <EmptyState
          {...emptySections[section](partnership.title)}
          link={{ text: 'What is printed', href: sectionPath(partnership.slug, section) }}
        />
      </div>
    </div>
  )
}
