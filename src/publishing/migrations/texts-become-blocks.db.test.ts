import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { importSources } from '../../evidence/index.ts'
import { importTexts } from '../import-texts.ts'
import { sectionDraft } from '../queries/drafts.ts'
import { publishedWords } from '../queries/editions.ts'
import { textsBecomeBlocks } from './texts-become-blocks.ts'

const at = new Date('2026-11-22T18:00:00Z')

test('the words of before become version 1 and edition 1, and the file that they came from changes nothing', async () => {
  const database = await newDatabase()
  const { id } = await newPartnership(database)
  await importSources(
    database,
    fileInMemory('sources.csv', 'key,title,publisher,licence\na-plan,A Plan,Example Council,OGL\n'),
    { at },
  )
  const owner = ownerOf(database)
  await sql`create table statement_text (partnership_id uuid, section text, position integer, kind text, heading text,
    text text, source_key text, locus text)`.execute(owner)
  await sql`insert into statement_text values
    (${id}, 'demand', 1, 'paragraph', 'Need is rising', 'It rises.', 'a-plan', '§4'),
    (${id}, 'demand', 2, 'paragraph', null, 'It falls elsewhere.', null, null),
    (${id}, 'demand', 3, 'lead', 'More people', 'More people need care.', 'a-plan', null),
    (${id}, 'messages', 1, 'message', 'Work together', 'Share what you know.', null, null)`.execute(owner)

  await textsBecomeBlocks(owner)

  const { edition, words } = await asActor(database, publicActor, (db) => publishedWords(db, id))
  expect(edition).toMatchObject({ number: 1, title: 'First edition', changes: null })
  expect(words.get('demand')).toMatchObject([
    { kind: 'lead', heading: 'More people', text: 'More people need care.', cited: { source: 'a-plan', locus: null } },
    { kind: 'heading', text: 'Need is rising' },
    { kind: 'paragraph', text: 'It rises.', cited: { source: 'a-plan', locus: '§4' } },
    { kind: 'paragraph', text: 'It falls elsewhere.', cited: null },
  ])
  expect(words.get('messages')).toMatchObject([{ kind: 'message', heading: 'Work together', cited: null }])

  const file = [
    'section,position,kind,heading,text,source,locus',
    'demand,1,paragraph,Need is rising,It rises.,a-plan,§4',
    'demand,2,paragraph,,It falls elsewhere.,,',
    'demand,3,lead,More people,More people need care.,a-plan,',
    'messages,1,message,Work together,Share what you know.,,',
  ].join('\n')
  const report = await importTexts(database, { id }, fileInMemory('texts.csv', file), { at })
  expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 4 })
  const draft = await asActor(database, systemActor(id), (db) => sectionDraft(db, id, 'demand'))
  expect(draft).toMatchObject({ version: 1, origin: 'imported', writtenBy: null })
})
