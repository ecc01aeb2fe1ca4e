import { EditionDiff, Section } from '../../core/ui/parts/index.ts'
import type { NumberChange } from '../compare-figures.ts'
import type { Edition } from '../edition.ts'
import { changesInWords } from '../edition-changes.ts'
import { comparePath, editionsPath } from '../paths.ts'
import { numbersChanged } from './figure-changes.tsx'

export interface HomeChangesProps {
  readonly slug: string
  readonly edition: Edition
  readonly changes: readonly NumberChange[]
}

/** What the latest edition changed: in a sentence, and the first figures as old beside new. Nothing for a first edition. */
export function HomeChanges({ slug, edition, changes }: HomeChangesProps) {
  if (!edition.changes) return null
  const [before, after] = [edition.number - 1, edition.number]
  const numbers = numbersChanged(slug, changes)
  const more = edition.changes.figures.updated - numbers.length
  return (
    <Section id="changed" heading={`Changed since edition ${before}`} intro={changesInWords(edition.changes)}>
      {edition.summary ? <p class="m-read m-text__lines">{edition.summary}</p> : null}
      {numbers.length > 0 ? (
        <EditionDiff caption={`Figures changed between editions ${before} and ${after}`} changes={numbers} />
      ) : null}
      <p class="m-small m-2 m-spaced">
        {numbers.length > 0 ? 'Old figure crossed out, new figure marked. ' : ''}
        <a href={comparePath(slug, before, after)}>
          {more > 0 ? `${more} more, and the words, side by side` : 'Both editions side by side'}
        </a>
        {'. '}
        <a href={editionsPath(slug)}>All editions</a>
      </p>
    </Section>
  )
}
