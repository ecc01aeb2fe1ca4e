import { type Kysely, sql } from 'kysely'
import { forward, type Migrations } from '../../core/db/index.ts'

const codes = [
  ...['personal-care', 'continence', 'catheter', 'stoma', 'skin', 'medication-prompt', 'medication-give', 'meals'],
  ...['swallowing', 'tube-feeding', 'moving-handling', 'hoist', 'falls', 'dementia', 'mental-health'],
  ...['learning-disability', 'autism', 'acquired-brain-injury', 'epilepsy', 'diabetes', 'breathing', 'end-of-life'],
  ...['sight', 'hearing', 'communication', 'sign-language', 'other-language', 'woman-carer', 'man-carer'],
  'carer-break',
]

async function needsAreCodes(db: Kysely<unknown>): Promise<void> {
  const list = codes.map((code) => `'${code}'`).join(', ')
  await sql
    .raw(`alter table care_package add constraint needs_are_codes check (needs <@ array[${list}]::text[])`)
    .execute(db)
}

// A list of packages shows the last to be ready first, a page at a time.
async function readyOrder(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index care_package_ready on care_package (partnership_id, ready_at desc, id)').execute(db)
}

/** What a request may not say: needs are codes of a list, so that nobody’s name can stand among them; and the order of lists. */
export const requestMigrations: Migrations = {
  '2026-11-22T2127-need-codes': forward(needsAreCodes),
  '2026-11-22T2159-package-lists': forward(readyOrder),
}
