import { sql } from 'kysely'
import { type Partnership, systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Reading,
  type Row,
  recordImport,
  runImport,
  type SourceFile,
  wholeNumber,
} from '../core/import/index.ts'
import { newId } from '../core/values/index.ts'
import { sourceKeys } from '../evidence/index.ts'
import { type PublishingTables, publishing } from './schema.ts'
import { sectionBySlug } from './section.ts'

type Text = Omit<PublishingTables['statement_text'], 'partnership_id' | 'id'>

const kinds: readonly string[] = ['lead', 'message', 'pressure', 'addition', 'paragraph']

const columns = ['section', 'position', 'kind', 'heading', 'text', 'source', 'locus'].map((key) => ({
  key,
  names: [key],
  optional: ['heading', 'source', 'locus'].includes(key),
}))

/** Imports the words of a statement: key messages, pressures, planned additions, each with the source it draws on. */
export function importTexts(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<Text, Set<string>> = {
    columns: () => columns,
    known: sourceKeys,
    read: readText,
    keyOf: (text) => `${text.section} ${text.position}`,
    apply: async (db, texts) => {
      const outcome = await saveTexts(db, partnership.id, texts)
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
export function readText(row: Row, known: ReadonlySet<string>): Reading<Text> {
  const position = wholeNumber(row.cell('position'))
  const source = row.cell('source')
  const wrong = (key: string, reason: string) => ({ column: row.nameOf(key), reason })
  const problems = [
    ...(sectionBySlug(row.cell('section'))
      ? []
      : [wrong('section', `“${row.cell('section')}” is not a section of a statement.`)]),
    ...(position ? [] : [wrong('position', 'The position must be a whole number from 1.')]),
    ...(kinds.includes(row.cell('kind')) ? [] : [wrong('kind', `The kind must be one of ${kinds.join(', ')}.`)]),
    ...(row.cell('text') ? [] : [wrong('text', 'The text is missing.')]),
    ...(source === '' || known.has(source) ? [] : [wrong('source', `There is no source “${source}”.`)]),
  ]
  if (problems.length > 0) return { problems }
  return {
    value: {
      section: row.cell('section') as Text['section'],
      position: position ?? 0,
      kind: row.cell('kind') as Text['kind'],
      heading: row.cell('heading') || null,
      text: row.cell('text'),
      source_key: source || null,
      locus: row.cell('locus') || null,
    },
  }
}

async function saveTexts(db: Db, partnershipId: string, texts: readonly Text[]) {
  const saved = await publishing(db)
    .insertInto('statement_text')
    .values(texts.map((text) => ({ partnership_id: partnershipId, id: newId(), ...text })))
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'section', 'position'])
        .doUpdateSet((update) => ({
          kind: update.ref('excluded.kind'),
          heading: update.ref('excluded.heading'),
          text: update.ref('excluded.text'),
          source_key: update.ref('excluded.source_key'),
          locus: update.ref('excluded.locus'),
        }))
        .where(
          sql<boolean>`(statement_text.kind, statement_text.heading, statement_text.text, statement_text.source_key, statement_text.locus)
            is distinct from (excluded.kind, excluded.heading, excluded.text, excluded.source_key, excluded.locus)`,
        ),
    )
    // A row that this statement inserted has no deleting transaction; an updated one carries the lock of the update.
    .returning(sql<boolean>`xmax = 0`.as('added'))
    .execute()
  const added = saved.filter((row) => row.added).length
  return { added, changed: saved.length - added, unchanged: texts.length - saved.length }
}
