import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { byColumn, type Columns } from './by-column.ts'
import { ownerOf } from './database.ts'

interface Note {
  readonly text: string
  readonly pence: number | null
}

test('rows that are read as one value come back as they are, and none as none', async () => {
  const database = await newDatabase()
  const notes = byColumn<Note>({ text: 'n.text', pence: 'n.pence' })
  const note = fc.record({ text: fc.stringMatching(/^[ -~]{0,12}$/), pence: fc.option(fc.maxSafeNat()) })
  await fc.assert(
    fc.asyncProperty(fc.array(note, { maxLength: 5 }), async (given) => {
      const source = sql`json_to_recordset(cast(${JSON.stringify(given)} as text)::json) n (text text, pence bigint)`
      const { rows } = await sql<{ told: Columns<Note> }>`select ${notes.from(source)} as told`.execute(
        ownerOf(database),
      )
      expect(rows.flatMap(({ told }) => notes.rows(told))).toEqual(given)
    }),
    { numRuns: 30 },
  )
})
