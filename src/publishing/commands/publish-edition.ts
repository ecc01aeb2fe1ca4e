import { type Actor, accountOf, type Partnership } from '../../core/auth/index.ts'
import { type Db, json } from '../../core/db/index.ts'
import { conflict, invalid } from '../../core/errors/index.ts'
import { record } from '../../core/ledger/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { rememberTold, sourcesByKey } from '../../evidence/index.ts'
import { sourceKeysOf } from '../block-parts.ts'
import { plainText } from '../block-reader.ts'
import { numberChanges } from '../compare-figures.ts'
import { type EditionChanges, editionChanges, isUnchanged } from '../edition-changes.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { type Unpublished, unpublished } from '../queries/changes.ts'
import { figureDigest } from '../queries/figure-changes.ts'
import { publishing } from '../schema.ts'
import { sectionBySlug } from '../section.ts'

/** An edition that someone wants to publish. */
export interface EditionToPublish {
  readonly partnership: Partnership
  readonly title: string
  /** What is new, in words; may be empty. */
  readonly summary: string
  readonly at: Date
  /** What whoever publishes was shown; without it, whatever stands now is meant. */
  readonly shown?: Shown | undefined
}

/** The number that the edition was to get, and the versions of its words. */
export interface Shown {
  readonly number: number
  readonly words: string
}

/** Which version of each section the drafts are: "about:3 demand:12". */
export const versionsText = (drafts: Unpublished['drafts']): string =>
  [...drafts].map(([section, { version }]) => `${section}:${version}`).join(' ')

/** How long the words about an edition may be. */
export const editionBounds = { title: 200, summary: 2000 } as const

/** An edition as it was just published. */
export interface PublishedEdition {
  readonly id: Id
  readonly number: number
  readonly sections: number
  readonly figures: number
  readonly changes: EditionChanges | null
}

/** Freezes the drafts and every figure as the next edition; refused when nothing changed or a placed figure is gone. */
export async function publishEdition(db: Db, actor: Actor, edition: EditionToPublish): Promise<PublishedEdition> {
  const { partnership, at } = edition
  const { title, summary } = wordsAbout(edition)
  const ready = await unpublished(db, partnership)
  if (edition.shown) refuseUnseen(edition.shown, ready)
  const changes = changesOf(ready)
  const { latest, drafts, figures } = ready
  const [id, number] = [newId(), (latest?.number ?? 0) + 1]
  const added = await publishing(db)
    .insertInto('edition')
    .values({
      partnership_id: partnership.id,
      id,
      number,
      title,
      summary,
      published_at: at,
      published_by: accountOf(actor),
      changes: changes && json(changes),
      main_changes: json(numberChanges(ready.changes.figures).slice(0, mainChanges)),
    })
    .onConflict((clash) => clash.columns(['partnership_id', 'number']).doNothing())
    .returning('id')
    .execute()
  if (added.length === 0) {
    throw conflict(
      `A colleague has just published edition ${number}.`,
      'Look at it, then publish again if anything is left.',
    )
  }
  await freeze(db, partnership.id, id, ready)
  await rememberTold(db, partnership.id, figures.values(), at)
  await record(db, actor, at, {
    event: 'publishing.edition-published',
    subject: { kind: 'edition', id },
    payload: { number, title, sections: drafts.size, figures: figures.size, changes },
  })
  return { id, number, sections: drafts.size, figures: figures.size, changes }
}

/** What is published can't be taken back, so nothing goes out that whoever publishes has not been shown. */
function refuseUnseen(shown: Shown, { latest, drafts }: Unpublished): void {
  if (shown.number !== (latest?.number ?? 0) + 1) {
    throw conflict(
      `Edition ${latest?.number ?? 0} was published in the meantime.`,
      'What is below is set against it: look again, then publish if anything is left.',
    )
  }
  const seen = new Set(shown.words.split(' '))
  const [unseen] = [...drafts].filter(([section, { version }]) => !seen.has(`${section}:${version}`))
  if (!unseen) return
  throw conflict(
    `The section “${sectionBySlug(unseen[0])?.title ?? unseen[0]}” was saved after you opened this page.`,
    'Preview it, then publish.',
  )
}

const lineOf = (text: string): string => plainText(text).replaceAll(/\s+/g, ' ')

function wordsAbout({ title, summary }: EditionToPublish): { title: string; summary: string } {
  const words = { title: lineOf(title), summary: plainText(summary) }
  if (words.title === '') throw invalid('Write a title for the edition.')
  for (const part of ['title', 'summary'] as const) {
    const most = editionBounds[part].toLocaleString('en-GB')
    if (words[part].length > editionBounds[part])
      throw invalid(`The ${part} of an edition has at most ${most} characters.`)
  }
  return words
}

/** What the edition changes, null for the first; or the reason why there is none. */
function changesOf({ latest, drafts, figures, changes, missing }: Unpublished): EditionChanges | null {
  const [gone] = missing
  if (gone) {
    const section = sectionBySlug(gone.section)?.title ?? gone.section
    throw conflict(
      `The section “${section}” places a figure that no longer exists: ${gone.label ?? gone.id}.`,
      'Take it out of the section or place another, then publish.',
    )
  }
  if (!latest) {
    if (drafts.size + figures.size > 0) return null
    throw conflict('There is nothing to publish yet: no words and no figures.')
  }
  const counted = editionChanges(
    changes.sections.map(({ section }) => section),
    changes.figures,
  )
  if (isUnchanged(counted)) {
    throw conflict(`Nothing has changed since edition ${latest.number}: neither words nor figures.`)
  }
  return counted
}

/** As many changed numbers as the statement's first page shows. */
const mainChanges = 6

/** As many figures as one statement of SQL adds. */
const step = 500

async function freeze(db: Db, partnershipId: Id, editionId: Id, { drafts, figures }: Unpublished): Promise<void> {
  const of = { partnership_id: partnershipId, edition_id: editionId }
  const named = await sourcesByKey(db, sourceKeysOf([...drafts.values()].flatMap(({ blocks }) => blocks)))
  const sections = [...drafts].map(([section, { version, blocks }]) => ({
    ...of,
    section,
    version,
    blocks: json(blocks),
    sources: json(Object.fromEntries(sourceKeysOf(blocks).map((key) => [key, named.get(key)?.title ?? key]))),
  }))
  if (sections.length > 0) await publishing(db).insertInto('edition_section').values(sections).execute()
  const rows = [...figures.values()].map((figure, at) => frozenRow(figure, at + 1))
  for (let from = 0; from < rows.length; from += step) {
    await publishing(db)
      .insertInto('edition_figure')
      .values(rows.slice(from, from + step).map((row) => ({ ...of, ...row })))
      .execute()
  }
}

const frozenRow = (figure: PublishedFigure, position: number) => ({
  figure_id: figure.id,
  section: figure.section ?? 'about',
  position,
  measure: figure.measure,
  label: figure.label,
  value: figure.value,
  figure: json(figure),
  digest: figureDigest(figure),
})
