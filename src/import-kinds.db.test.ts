import { expect, test } from 'vitest'
import { newDatabase } from '../test/support/new-database.ts'
import { newPartnership } from '../test/support/new-partnership.ts'
import { allPartnerships, systemActor } from './core/auth/index.ts'
import { csvOf } from './core/csv/index.ts'
import { asActor } from './core/db/index.ts'
import { fileInMemory } from './core/import/index.ts'
import { importKinds } from './import-kinds.ts'
import { loadPlaces } from './places/index.ts'
import { loadTaxonomies } from './providers/index.ts'

const at = new Date('2026-11-22T18:00:00Z')
const chosen = { layout: 'bands', kind: 'estimate', vintage: '2026', source: 'example-2026', measure: 'example' }

test('every template can be imported as it is, once the source that they cite is there', async () => {
  const database = await newDatabase()
  await asActor(database, systemActor(), loadPlaces)
  await asActor(database, systemActor(), loadTaxonomies)
  const { id } = await newPartnership(database)
  const partnership = (await asActor(database, systemActor(), allPartnerships)).find((one) => one.id === id)
  if (!partnership) throw new Error('There is no partnership.')
  const templates = importKinds
    .filter(({ example }) => example)
    .toSorted((a, b) => Number(b.key === 'sources') - Number(a.key === 'sources'))
  expect(templates.length).toBeGreaterThan(8)
  for (const kind of templates) {
    const { example = {} } = kind
    const file = fileInMemory(`${kind.key}.csv`, csvOf([Object.keys(example), Object.values(example)]))
    const report = await kind.run(database, { partnership, file, chosen, options: { at } })
    expect(report.rejected, kind.key).toEqual([])
    expect(report.added, kind.key).toBeGreaterThan(0)
  }
})
