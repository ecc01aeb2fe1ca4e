import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { difference, sourceKeys } from '../../evidence/index.ts'
import { serviceTypes, termNamed } from '../../providers/index.ts'
import { saveOpportunities, standingOpportunities } from './queries/opportunities.ts'
import { type OpportunityOfFile, opportunityColumns, readOpportunity } from './read-opportunity.ts'
import type { GapContext } from './read-volume.ts'

/** Imports what a partnership's documents tell the market about each service; a sentence that stands already keeps its identifier. */
export function importOpportunities(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<OpportunityOfFile, Pick<GapContext, 'sources' | 'service'>> = {
    columns: () => opportunityColumns,
    known: async (db) => ({ sources: await sourceKeys(db), service: termNamed(await serviceTypes(db)) }),
    read: readOpportunity,
    keyOf: opportunityKey,
    apply: async (db, opportunities) => {
      const standing = await standingOpportunities(db, partnership.id)
      const { toWrite, ...outcome } = difference(opportunities, standing, opportunityKey)
      await saveOpportunities(db, partnership.id, toWrite)
      return recordImport(db, actor, options.at, outcome, {
        event: 'market.opportunities-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

/** What makes two rows the same opportunity. */
const opportunityKey = ({ service_key, part, position }: OpportunityOfFile): string =>
  JSON.stringify([service_key, part, position])
