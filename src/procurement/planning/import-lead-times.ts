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
import { canonicalJson } from '../../core/values/index.ts'
import { writeLeadTime } from './commands/save-lead-time.ts'
import type { LeadTime } from './lead-time.ts'
import { type LeadTimeRow, leadTimeColumns, readLeadTimeRow } from './lead-time-row.ts'
import { ownLeadTimes } from './queries/planning.ts'

type Given = Pick<LeadTime, 'kind' | 'name' | 'steps'> & { readonly from: string }

/** Imports how long the steps of buying anew take: all steps of a kind from a day on stand in one file. */
export function importLeadTimes(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<LeadTimeRow, null> = {
    columns: () => leadTimeColumns,
    titlesAbove: true,
    known: async () => null,
    read: readLeadTimeRow,
    keyOf: ({ kind, from, step }) => `${kind}\n${from}\n${step.name}`,
    apply: async (db, rows) =>
      recordImport(db, actor, options.at, await apply(db, partnership.id, rows), {
        event: 'procurement.lead-times-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
        detail: {},
      }),
  }
  return runImport(database, actor, layout, file, options)
}

async function apply(db: Db, partnershipId: string, rows: readonly LeadTimeRow[]): Promise<Outcome> {
  const groups = new Map<string, Given>()
  for (const { kind, name, from, step } of rows) {
    const key = `${kind}\n${from}`
    groups.set(key, { kind, name, from, steps: [...(groups.get(key)?.steps ?? []), step] })
  }
  const before = new Map((await ownLeadTimes(db, partnershipId)).map((own) => [`${own.kind}\n${own.from}`, own]))
  const counted = { added: 0, changed: 0, unchanged: 0 }
  for (const [key, given] of [...groups].toSorted(([, a], [, b]) => (a.from < b.from ? -1 : 1))) {
    const own = before.get(key)
    const steps = given.steps.length
    if (own && canonicalJson([own.name, own.steps]) === canonicalJson([given.name, given.steps])) {
      counted.unchanged += steps
      continue
    }
    counted[own ? 'changed' : 'added'] += steps
    await writeLeadTime(db, { partnershipId, ...given })
  }
  return counted
}
