import { LineChart } from '../../../core/ui/charts/index.ts'
import { about, number } from '../../../core/ui/format.ts'
import { FigureCard, Section } from '../../../core/ui/parts/index.ts'
import type { Figure } from '../../../evidence/index.ts'
import { figurePath, sourcePath, tablePath } from '../../paths.ts'

export interface ConditionBlockProps {
  readonly slug: string
  /** A condition as a sentence names it: "dementia". */
  readonly condition: string
  /** One figure a projected year, in order. */
  readonly figures: readonly Figure[]
}

/** How many people are expected to have a condition, by projected year, with the limits of the rates. */
export function ConditionBlock({ slug, condition, figures }: ConditionBlockProps) {
  const [first, last] = [figures[0], figures.at(-1)]
  const rates = first?.sources[0]
  if (!first || !last || !rates) return null
  return (
    <Section id={`condition-${condition}`} heading={headingOf(condition, first, last)}>
      <FigureCard
        kind="need"
        finding={`${first.label}, ${first.area.name}`}
        stat={{ value: number(last.value ?? 0, 0), unit: `people in ${last.period}, if the rates stay as they are` }}
        comparator={`Up from ${about(first.value ?? 0)} in ${first.period}. The band shows the outer limits of the published rates.`}
        source={{ text: rates.title, href: sourcePath(slug, rates.key) }}
        csv={{ href: tablePath(slug, 'dementia', 'csv') }}
      >
        <LineChart
          alternative={`Line chart of ${first.label.toLowerCase()} in ${first.area.name}: ${about(first.value ?? 0)} in ${first.period}, ${about(last.value ?? 0)} in ${last.period}.`}
          series={[
            {
              name: 'Expected',
              tone: 'need',
              points: figures.map((figure) => ({ x: Number(figure.period), y: figure.value })),
              interval: figures.flatMap(({ period, interval }) =>
                interval ? [{ x: Number(period), low: interval.lower, high: interval.upper }] : [],
              ),
              projectedFrom: Number(first.period),
            },
          ]}
          intervalName="outer limits of the rates"
          formatY={(value) => number(value, 0)}
          height={280}
          table={{
            caption: `${first.label} in ${first.area.name} by year`,
            columns: [
              { heading: 'Year' },
              { heading: 'Expected', unit: 'people', align: 'number' },
              { heading: 'Lower limit', unit: 'people', align: 'number' },
              { heading: 'Upper limit', unit: 'people', align: 'number' },
            ],
            rows: figures.map((figure) => [
              figure.period ?? '',
              <a href={figurePath(slug, figure.id)}>{number(figure.value ?? 0, 0)}</a>,
              figure.interval ? number(figure.interval.lower, 0) : null,
              figure.interval ? number(figure.interval.upper, 0) : null,
            ]),
          }}
          tableOpen
        />
      </FigureCard>
    </Section>
  )
}

function headingOf(condition: string, first: Figure, last: Figure): string {
  const share = first.value && last.value ? Math.round((last.value / first.value - 1) * 100) : 0
  return share > 0
    ? `${share}% more people are expected to have ${condition} in ${last.period} than in ${first.period}`
    : `People expected to have ${condition}`
}
