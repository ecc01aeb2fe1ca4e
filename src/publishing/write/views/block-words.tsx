import { Textarea } from '../../../core/ui/govuk/index.ts'
import type { BlockKind } from '../../block.ts'
import { type FormBlock, isHeaded, kindNames } from '../form-block.ts'
import { fieldName } from '../form-fields.ts'
import { mistakeAt, type Writing } from './writing.ts'

export interface BlockWordsProps {
  readonly writing: Writing
  readonly block: FormBlock
}

/** What belongs into a block, said while it is empty. */
const advice: Partial<Record<BlockKind, string>> = {
  lead: 'What the section comes to, as a sentence.',
  heading: 'A sentence that says what was found tells more than a topic.',
  list: 'One item a line.',
  message: 'What providers are told, in a few words.',
  pressure: 'What presses on services, as a sentence.',
  addition: 'What is to be added to the statement.',
}

/** The words of a block in fields as large as what stands in them, set as readers will see them. */
export function BlockWords({ writing, block }: BlockWordsProps) {
  const { id, kind, heading, text } = block
  const headed = isHeaded(kind)
  return (
    <>
      {headed ? (
        <Words
          writing={writing}
          block={block}
          part="heading"
          label="Heading"
          hint={heading === '' && text === '' ? advice[kind] : undefined}
          value={heading}
          rows={rowsOf(heading, 44, 1)}
        />
      ) : null}
      <Words
        writing={writing}
        block={block}
        part="text"
        label={headed ? 'Words under it' : kindNames[kind]}
        labelHidden={!headed}
        hint={!headed && text === '' ? advice[kind] : undefined}
        value={text}
        rows={kind === 'heading' ? rowsOf(text, 44, 1) : rowsOf(text, 80, kind === 'list' ? 3 : 2)}
        key={id}
      />
    </>
  )
}

interface WordsProps extends BlockWordsProps {
  readonly part: 'heading' | 'text'
  readonly label: string
  readonly labelHidden?: boolean | undefined
  readonly hint?: string | undefined
  readonly value: string
  readonly rows: number
}

function Words({ writing, block, part, label, labelHidden, hint, value, rows }: WordsProps) {
  const name = fieldName(part, block.id)
  return (
    <Textarea
      name={name}
      label={{ content: label, classes: labelHidden ? 'govuk-visually-hidden' : 'm-block__label' }}
      hint={hint}
      value={value}
      rows={rows}
      spellcheck
      classes={`m-words m-words--${part === 'heading' ? 'heading' : block.kind}`}
      errorMessage={mistakeAt(writing, block.id, part)}
      attributes={writing.focus === name ? { 'data-focus': '' } : undefined}
    />
  )
}

/** As many rows as a text takes, so that nothing of it is hidden; at most what a screen shows. */
function rowsOf(text: string, width: number, least: number): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  return Math.min(Math.max(rows, least), 24)
}
