import type { FigureChange } from './compare-figures.ts'
import { figureCounts } from './compare-figures.ts'
import { type SectionSlug, sectionBySlug } from './section.ts'

/** What an edition changed against the one before it, counted when it was published. */
export interface EditionChanges {
  readonly sections: readonly SectionSlug[]
  readonly figures: { readonly updated: number; readonly added: number; readonly gone: number }
}

/** The count of what changed. */
export const editionChanges = (sections: readonly SectionSlug[], figures: readonly FigureChange[]): EditionChanges => ({
  sections,
  figures: figureCounts(figures),
})

/** Whether nothing changed at all. */
export const isUnchanged = ({ sections, figures }: EditionChanges): boolean =>
  sections.length === 0 && Object.values(figures).every((count) => count === 0)

/** What changed in a sentence or two: "The words of Need and Supply changed. Three figures were updated." */
export function changesInWords({ sections, figures: { updated, added, gone } }: EditionChanges): string {
  const titles = sections.map((slug) => sectionBySlug(slug)?.title ?? slug)
  const words = titles.length > 0 ? `The words of ${listed(titles)} changed.` : 'No words changed.'
  const figures = [
    ...(updated > 0 ? [`${counted(updated)} updated`] : []),
    ...(added > 0 ? [`${counted(added)} added`] : []),
    ...(gone > 0 ? [`${counted(gone)} taken away`] : []),
  ]
  return `${words} ${figures.length > 0 ? `${upperFirst(listed(figures))}.` : 'No figure changed.'}`
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const counted = (count: number) =>
  `${small[count] ?? count.toLocaleString('en-GB')} ${count === 1 ? 'figure was' : 'figures were'}`
const listed = (parts: readonly string[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
