import { type Actor, type Partnership, systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  type Reading,
  type Row,
  recordImport,
  runImport,
  type SourceFile,
  wholeNumber,
} from '../core/import/index.ts'
import { sourceKeys } from '../evidence/index.ts'
import { plainText } from './block-reader.ts'
import { addVersion } from './commands/add-version.ts'
import { sectionDraft } from './queries/drafts.ts'
import { type SectionSlug, sectionBySlug } from './section.ts'
import { importRows, type TextRow } from './text-blocks.ts'

const kinds: readonly string[] = ['lead', 'message', 'pressure', 'addition', 'paragraph']

/** A section has far fewer blocks; it bounds a file whose positions are something else. */
const lastPosition = 1000

/** The columns of a file of words. */
export const textColumns = ['section', 'position', 'kind', 'heading', 'text', 'source', 'locus'].map((key) => ({
  key,
  names: [key],
  optional: ['heading', 'source', 'locus'].includes(key),
}))

/** Imports the words of a statement as the next draft of each section: readers see them when an edition is published. */
export function importTexts(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<TextRow, Set<string>> = {
    columns: () => textColumns,
    known: sourceKeys,
    read: readText,
    keyOf: (text) => `${text.section} ${text.position}`,
    apply: async (db, texts) => {
      const outcome = await saveTexts(db, actor, partnership.id, texts, options.at)
      return recordImport(db, actor, options.at, outcome, {
        event: 'publishing.texts-imported',
        subject: { kind: 'file', id: file.name },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

/** Reads one row, or says what is wrong with each cell. */
export function readText(row: Row, known: ReadonlySet<string>): Reading<TextRow> {
  const position = wholeNumber(row.cell('position'))
  const source = row.cell('source')
  const wrong = (key: string, reason: string) => ({ column: row.nameOf(key), reason })
  const problems = [
    ...(sectionBySlug(row.cell('section'))
      ? []
      : [wrong('section', `“${row.cell('section')}” is not a section of a statement.`)]),
    ...(position && position <= lastPosition
      ? []
      : [wrong('position', 'The position must be a whole number from 1 to 1,000.')]),
    ...(kinds.includes(row.cell('kind')) ? [] : [wrong('kind', `The kind must be one of ${kinds.join(', ')}.`)]),
    ...(plainText(row.cell('text')) ? [] : [wrong('text', 'The text is missing.')]),
    ...(source === '' || known.has(source) ? [] : [wrong('source', `There is no source “${source}”.`)]),
  ]
  if (problems.length > 0) return { problems }
  return {
    value: {
      section: row.cell('section') as SectionSlug,
      position: position ?? 0,
      kind: row.cell('kind') as TextRow['kind'],
      heading: plainText(row.cell('heading')) || null,
      text: plainText(row.cell('text')),
      cited: source ? { source, locus: row.cell('locus') || null } : null,
    },
  }
}

async function saveTexts(
  db: Db,
  actor: Actor,
  partnershipId: Partnership['id'],
  texts: readonly TextRow[],
  at: Date,
): Promise<Outcome> {
  let [added, changed] = [0, 0]
  for (const [section, rows] of Map.groupBy(texts, (text) => text.section)) {
    const saved = await saveRows(db, actor, { partnershipId, section, rows, at })
    added += saved.added
    changed += saved.changed
  }
  return { added, changed, unchanged: texts.length - added - changed }
}

interface RowsToSave {
  readonly partnershipId: Partnership['id']
  readonly section: SectionSlug
  readonly rows: readonly TextRow[]
  readonly at: Date
}

async function saveRows(db: Db, actor: Actor, { partnershipId, section, rows, at }: RowsToSave) {
  for (;;) {
    const draft = await sectionDraft(db, partnershipId, section)
    const { blocks, added, changed } = importRows(draft.blocks, rows)
    const origin = 'imported'
    const version = draft.version + 1
    // Whoever saved the same section just now is read again; their words stay beside the file's.
    if (added + changed === 0 || (await addVersion(db, actor, { partnershipId, section, version, blocks, origin, at })))
      return { added, changed }
  }
}
