import type { Content } from '../govuk/index.ts'
import { tableRole } from '../table-roles.ts'

/** A run of words that both editions have, only the older, or only the newer. */
export interface Segment {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** One block of text, compared. */
export interface ComparedBlock {
  /** What it is in the statement; a heading is set bold, an item with a dash. */
  readonly is: 'heading' | 'paragraph' | 'item'
  readonly segments: readonly Segment[]
}

export interface ProseDiffProps {
  /** What is compared: "Words changed in Money between editions 6 and 7". */
  readonly caption: string
  /** The names of the two, as columns: "Edition 6", "Edition 7". */
  readonly before: string
  readonly after: string
  readonly blocks: readonly ComparedBlock[]
  /** Two columns, or one text with what went and what came marked in it. */
  readonly layout?: 'side' | 'inline' | undefined
  /** What the marks mean to those who hear them, where neither text comes after the other: "Only yours". */
  readonly marks?: Marks | undefined
}

type Marks = Readonly<Record<'gone' | 'new', string>>

const inTime: Marks = { gone: 'Taken out', new: 'Put in' }

/** The words of two editions, what was taken out crossed out and what was put in marked. */
export function ProseDiff({ caption, before, after, blocks, layout = 'side', marks = inTime }: ProseDiffProps) {
  if (layout === 'inline') {
    return (
      <div class="m-prose m-diff" role="group" aria-label={caption}>
        {blocks.map((block) => (
          <p class={classOf(block)}>{marked(block.segments, marks)}</p>
        ))}
      </div>
    )
  }
  return (
    <table class="m-t m-prose m-diff m-side" {...tableRole.table}>
      <caption class="m-vh">{caption}</caption>
      <thead {...tableRole.rowgroup}>
        <tr {...tableRole.row}>
          <th scope="col" {...tableRole.columnheader}>
            {before}
          </th>
          <th scope="col" {...tableRole.columnheader}>
            {after}
          </th>
        </tr>
      </thead>
      <tbody {...tableRole.rowgroup}>
        {blocks.map((block) => (
          <Row block={block} before={before} after={after} marks={marks} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly block: ComparedBlock
  readonly before: string
  readonly after: string
  readonly marks: Marks
}

/** A block that stayed as it was is printed once, across both columns. */
function Row({ block, before, after, marks }: RowProps) {
  if (block.segments.every(({ kind }) => kind === 'same')) {
    return (
      <tr {...tableRole.row} class="m-same">
        <td {...tableRole.cell} colSpan={2} data-l="In both">
          <p class={classOf(block)}>{marked(block.segments, marks)}</p>
        </td>
      </tr>
    )
  }
  return (
    <tr {...tableRole.row}>
      <Side block={block} kind="gone" name={before} nothing="Not there" marks={marks} />
      <Side
        block={block}
        kind="new"
        name={after}
        nothing={marks === inTime ? 'Taken out' : 'Not there'}
        marks={marks}
      />
    </tr>
  )
}

interface SideProps {
  readonly block: ComparedBlock
  readonly kind: 'gone' | 'new'
  readonly name: string
  readonly nothing: string
  readonly marks: Marks
}

function Side({ block, kind, name, nothing, marks }: SideProps) {
  const own = block.segments.filter((segment) => segment.kind === 'same' || segment.kind === kind)
  return (
    <td {...tableRole.cell} data-l={name}>
      {own.length > 0 ? <p class={classOf(block)}>{marked(own, marks)}</p> : <p class="m-2">{nothing}</p>}
    </td>
  )
}

const classOf = ({ is }: ComparedBlock): string | undefined => (is === 'paragraph' ? undefined : `m-prose__${is}`)

const marked = (segments: readonly Segment[], marks: Marks): Content =>
  segments.map(({ kind, text }) =>
    kind === 'gone' ? (
      <del>
        <span class="m-vh">[{marks.gone}: </span>
        {text}
        <span class="m-vh">] </span>
      </del>
    ) : kind === 'new' ? (
      <ins>
        <span class="m-vh">[{marks.new}: </span>
        {text}
        <span class="m-vh">] </span>
      </ins>
    ) : (
      text
    ),
  )
