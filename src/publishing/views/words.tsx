import { Finding } from '../../core/ui/parts/index.ts'
import type { Source } from '../../evidence/index.ts'
import type { Block, Cited } from '../block.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { sourcePath } from '../paths.ts'
import { type CitedBlock, type WordGroup, wordGroups } from '../word-groups.ts'
import { CitedCard } from './cited-card.tsx'

export interface WordsProps {
  readonly slug: string
  readonly blocks: readonly Block[]
  /** The figures that the words place; one that is not here no longer exists. */
  readonly figures: ReadonlyMap<string, PublishedFigure>
  readonly sources: ReadonlyMap<string, Pick<Source, 'title'>>
  readonly level?: 2 | 3 | undefined
  /** The edition whose figures these are; without it they are live. */
  readonly edition?: number | undefined
}

/** The words of a section: headings, prose with what it draws on, and the figures placed among them. */
export function Words(props: WordsProps) {
  return (
    <div class="m-texts">
      {wordGroups(props.blocks).map((group) =>
        'figure' in group ? <Placed {...props} id={group.figure} /> : <Group {...props} group={group} />,
      )}
    </div>
  )
}

type Prose = Extract<WordGroup, { heading: string }>

function Group({ slug, sources, level = 2, group }: WordsProps & { group: Prose }) {
  return (
    <div class="m-read m-text">
      {group.heading ? (
        <Finding level={level} size={3}>
          {group.heading}
        </Finding>
      ) : null}
      {group.body.map(({ block, says }) => (
        <>
          <Piece block={block} />
          <DrawsOn slug={slug} cited={says} sources={sources} />
        </>
      ))}
    </div>
  )
}

function Piece({ block }: Pick<CitedBlock, 'block'>) {
  if (block.kind === 'list') {
    return (
      <ul class="m-text__list">
        {block.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )
  }
  return <p class="m-text__lines">{block.text}</p>
}

function DrawsOn({ slug, cited, sources }: Pick<WordsProps, 'slug' | 'sources'> & { cited: Cited | null }) {
  const source = cited ? sources.get(cited.source) : undefined
  if (!cited || !source) return null
  return (
    <p class="m-small m-2">
      In our words, from <a href={sourcePath(slug, cited.source)}>{source.title}</a>
      {cited.locus ? `, ${cited.locus}` : ''}
    </p>
  )
}

const kinds = { demand: 'need', population: 'need', supply: 'supply', gaps: 'gap' } as const

function Placed({ slug, figures, edition, level = 2, id }: WordsProps & { id: string }) {
  const figure = figures.get(id)
  if (!figure) {
    return (
      <div class="m-fig m-read">
        <Finding level={level} size={3}>
          The figure that stood here is not published any more
        </Finding>
        <p class="m-cmp">The words around it are as they were written. Its identifier was {id}.</p>
      </div>
    )
  }
  const section = figure.section ?? 'about'
  const kind = section in kinds ? kinds[section as keyof typeof kinds] : 'plain'
  return (
    <div class="m-read">
      <CitedCard slug={slug} figure={figure} kind={kind} level={level} edition={edition} />
    </div>
  )
}
