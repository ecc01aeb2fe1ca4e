import type { Partnership } from '../../core/auth/index.ts'
import { EmptyState, Finding, Lead, ProseDiff, Section } from '../../core/ui/parts/index.ts'
import { compareBlocks, isDifferent, type Names } from '../compare-blocks.ts'
import { type FigureChange, numberChanges } from '../compare-figures.ts'
import { comparedLines } from '../compared-words.ts'
import type { Edition } from '../edition.ts'
import { changesInWords, editionChanges } from '../edition-changes.ts'
import { editionPath, editionsPath, homePath } from '../paths.ts'
import type { SectionChange } from '../queries/changes.ts'
import { sectionBySlug } from '../section.ts'
import { CompareForm } from './compare-form.tsx'
import { editionDate } from './edition-page.tsx'
import { FigureChanges } from './figure-changes.tsx'
import { StatementPage } from './frame.tsx'

export interface ComparePageProps {
  readonly partnership: Partnership
  readonly before: Edition
  readonly after: Edition
  readonly latest: number
  readonly sections: readonly SectionChange[]
  readonly figures: readonly FigureChange[]
  /** Whether figures were frozen with both: not with one that is older than editions are. */
  readonly bothHaveFigures: boolean
  readonly names: Names
}

/** Two editions set beside each other: the words section by section, and every figure that differs. */
export function ComparePage(props: ComparePageProps) {
  const { partnership, before, after, latest, sections, figures, bothHaveFigures, names } = props
  const { slug, title } = partnership
  const [earlier, later] = [before.number, after.number]
  const heading = `What changed from edition ${earlier} to edition ${later}`
  const told = editionChanges(
    sections.map(({ section }) => section),
    figures,
  )
  return (
    <StatementPage
      partnership={partnership}
      title={heading}
      description={`Editions ${earlier} and ${later} of the statement of ${title} side by side: words and figures.`}
      current="editions"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Editions', href: editionsPath(slug) },
        { content: `Editions ${earlier} and ${later}` },
      ]}
    >
      <Finding level={1}>{heading}</Finding>
      <Lead>{changesInWords(told)}</Lead>
      <p class="m-meta">
        {[before, after].map((edition) => (
          <a href={editionPath(slug, edition.number)}>
            Edition {edition.number}, {editionDate(edition)}
          </a>
        ))}
      </p>
      {figures.length > 0 || !bothHaveFigures ? (
        <Section
          id="figures"
          heading="Figures"
          intro={
            numberChanges(figures).length > 0
              ? 'What is crossed out is the earlier figure; what is marked is the later.'
              : undefined
          }
        >
          {bothHaveFigures ? (
            <FigureChanges slug={slug} changes={figures} before={earlier} after={later} />
          ) : (
            <EmptyState
              what="Figures that changed between the two stand here."
              why="One of the editions is from before figures were frozen, so they can’t be compared."
              link={{ text: 'All editions', href: editionsPath(slug) }}
            />
          )}
        </Section>
      ) : null}
      {sections.map((change) => (
        <SectionCompared change={change} before={earlier} after={later} names={names} />
      ))}
      {latest > 2 ? (
        <CompareForm slug={slug} latest={latest} chosen={{ from: String(earlier), to: String(later) }} />
      ) : null}
    </StatementPage>
  )
}

interface SectionComparedProps {
  readonly change: SectionChange
  readonly before: number
  readonly after: number
  readonly names: Names
}

/** The words of one section side by side, with what stayed between. */
function SectionCompared({ change, before, after, names }: SectionComparedProps) {
  const title = sectionBySlug(change.section)?.title ?? change.section
  const blocks = compareBlocks(change.before, change.after, names)
  const moved = blocks.filter((block) => block.moved).length
  const different = blocks.filter((block) => block.kind !== 'same').length
  return (
    <Section id={change.section} heading={title} intro={introOf(different, moved)}>
      <ProseDiff
        caption={`Words of “${title}” in editions ${before} and ${after}`}
        before={`Edition ${before}`}
        after={`Edition ${after}`}
        blocks={comparedLines(blocks.filter((block, at) => isDifferent(block) || isBeside(blocks, at)))}
      />
    </Section>
  )
}

/** Whether a block that stayed stands next to one that did not: enough to see where it is. */
const isBeside = (blocks: readonly Parameters<typeof isDifferent>[0][], at: number): boolean =>
  [blocks[at - 1], blocks[at + 1]].some((block) => block !== undefined && isDifferent(block))

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

function introOf(different: number, moved: number): string {
  const pieces = (count: number) => `${small[count] ?? count} ${count === 1 ? 'piece' : 'pieces'}`
  return [
    different > 0 ? `${pieces(different)} of the words changed.` : '',
    moved > 0 ? `${pieces(moved)} ${moved === 1 ? 'stands' : 'stand'} in another place.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
