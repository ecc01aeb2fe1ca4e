import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import type { Id } from '../../core/values/index.ts'
import { writeCommitteeDates } from './commands/committee-dates.ts'
import { type CommitteeDate, committeeDateColumns, readCommitteeDate } from './committee-date.ts'
import { committeeDates } from './queries/committee-dates.ts'

/** Imports meetings of committees with the days by which papers are in; those that the file leaves out stay. */
export function importCommitteeDates(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<CommitteeDate, null> = {
    columns: () => committeeDateColumns,
    titlesAbove: true,
    known: async () => null,
    read: readCommitteeDate,
    keyOf,
    apply: async (db, dates) =>
      recordImport(db, actor, options.at, await apply(db, partnership.id, dates), {
        event: 'procurement.committee-dates-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
        detail: {},
      }),
  }
  return runImport(database, actor, layout, file, options)
}

const keyOf = ({ committee, on }: CommitteeDate): string => `${committee}\n${on}`

async function apply(db: Db, partnershipId: Id, dates: readonly CommitteeDate[]): Promise<Outcome> {
  const before = new Map((await committeeDates(db, partnershipId)).map((date) => [keyOf(date), date.papersBy]))
  const fresh = dates.filter((date) => before.get(keyOf(date)) !== date.papersBy)
  await writeCommitteeDates(db, partnershipId, fresh)
  const changed = fresh.filter((date) => before.has(keyOf(date))).length
  return { added: fresh.length - changed, changed, unchanged: dates.length - fresh.length }
}
