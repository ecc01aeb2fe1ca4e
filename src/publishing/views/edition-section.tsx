import { type Content, Details } from '../../core/ui/govuk/index.ts'
import { Finding, Section } from '../../core/ui/parts/index.ts'
import type { Block } from '../block.ts'
import { additionsOf, leadOf } from '../block-parts.ts'
import { type FigureSeries, isCited, workedOutSeries } from '../figure-groups.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { periodText } from '../figure-words.ts'
import { type SectionSlug, sectionBySlug } from '../section.ts'
import { wordsHeading } from '../statement-headings.ts'
import { CitedFigures, FiguresByTheme } from './cited-figures.tsx'
import { Words, type WordsProps } from './words.tsx'

export interface FrozenSectionProps extends Pick<WordsProps, 'slug' | 'sources'> {
  readonly section: SectionSlug
  readonly edition: number
  readonly blocks: readonly Block[]
  /** The figures of the edition that this section shows or places. */
  readonly figures: readonly PublishedFigure[]
  /** One of several sections on a page for paper: a size smaller, and with every table open. */
  readonly onPaper?: boolean | undefined
}

/** What a section of an edition said below its opening: words, planned additions, and its figures as they were. */
export function FrozenSection({ slug, section, edition, blocks, figures, sources, onPaper }: FrozenSectionProps) {
  const lead = leadOf(blocks)
  const additions = additionsOf(blocks)
  const rest = blocks.filter((block) => block !== lead && block.kind !== 'addition')
  const placed = new Map(figures.map((figure) => [figure.id, figure]))
  const words = { slug, sources, edition, level: 3, figures: placed } as const
  const own = figures.filter((figure) => figure.section === section)
  const part = { section, onPaper }
  return (
    <>
      {rest.length > 0 ? (
        <Part {...part} id="words" heading={onPaper ? undefined : wordsHeading(section)}>
          <Words {...words} blocks={rest} />
        </Part>
      ) : null}
      {additions.length > 0 ? (
        <Part {...part} id="additions" heading="What was to be added">
          <Words {...words} blocks={additions} />
        </Part>
      ) : null}
      {own.length > 0 ? (
        <Part {...part} id="figures" heading="Figures as they were">
          <FiguresByTheme slug={slug} figures={own.filter(isCited)} open={onPaper} />
          <WorkedOut slug={slug} series={workedOutSeries(own)} open={onPaper} />
        </Part>
      ) : null}
    </>
  )
}

interface PartProps extends Pick<FrozenSectionProps, 'section' | 'onPaper'> {
  readonly id: string
  readonly heading: string | undefined
  readonly children: Content
}

function Part({ section, onPaper, id, heading, children }: PartProps) {
  if (!onPaper && heading) {
    return (
      <Section id={id} heading={heading}>
        {children}
      </Section>
    )
  }
  return (
    <div class="m-spaced">
      {heading ? <Finding level={3}>{`${heading}: ${sectionBySlug(section)?.title ?? section}`}</Finding> : null}
      {children}
    </div>
  )
}

/** Figures that were worked out: each over the years behind a line that opens, and those of one time in one table. */
function WorkedOut({
  slug,
  series,
  open,
}: {
  slug: string
  series: readonly FigureSeries[]
  open?: boolean | undefined
}) {
  if (series.length === 0) return null
  const single = series.filter(({ figures }) => figures.length === 1).flatMap(({ figures }) => figures)
  return (
    <section class="m-theme">
      <Finding level={3}>Worked out from counts, rates and sums</Finding>
      {series
        .filter(({ figures }) => figures.length > 1)
        .map(({ label, figures }) => (
          <Details summary={`${label}, ${yearsOf(figures)}`} open={open}>
            <CitedFigures slug={slug} caption={label} figures={figures} />
          </Details>
        ))}
      {single.length > 0 ? (
        <CitedFigures slug={slug} caption="Figures worked out, one of each kind" figures={single} />
      ) : null}
    </section>
  )
}

const yearsOf = (figures: readonly PublishedFigure[]): string =>
  [figures[0], figures.at(-1)].map((figure) => periodText(figure?.period ?? 'no date')).join(' to ')
