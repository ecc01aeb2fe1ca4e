import { whenText } from './when.ts'
import { versionText, type WriterNames, type Written, writerName } from './written-by.ts'

/** What became of the words that were sent. */
export const outcomes = ['saved', 'merged', 'unchanged'] as const
export type Outcome = (typeof outcomes)[number]

/** Whether a text is one. */
export const isOutcome = (text: string | undefined): text is Outcome =>
  (outcomes as readonly (string | undefined)[]).includes(text)

/** What became of the words, and which version stands, in a line. */
export function standingText(
  outcome: Outcome | undefined,
  draft: Written,
  others: readonly Written[],
  names: WriterNames,
): string {
  const version = versionText(draft, names)
  if (outcome === 'unchanged') return `Nothing was changed, so no version was added. ${version}.`
  if (outcome === 'saved') return `Saved. ${version}.`
  if (outcome === 'merged') {
    const whose = [...new Set(others.map((one) => writerName(one, names)))].join(' and ')
    return `Saved, together with what ${whose || 'a colleague'} changed in the meantime. ${version}.`
  }
  return `${version}.`
}

/** That a colleague saved, in a sentence. */
export const savedText = (version: Written, names: WriterNames): string =>
  `${writerName(version, names)} saved version ${version.version} of this section${version.writtenAt ? ` on ${whenText(version.writtenAt)}` : ''}.`
