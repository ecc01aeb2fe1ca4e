import { type Partnership, systemActor } from '../core/auth/index.ts'
import type { Database, Db } from '../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  recordImport,
  runImport,
  type SourceFile,
} from '../core/import/index.ts'
import type { Id } from '../core/values/index.ts'
import { areaResolver } from '../places/index.ts'
import { difference } from './difference.ts'
import { saveIndicators, standingIndicators } from './queries/indicators.ts'
import { sourceKeys } from './queries/sources.ts'
import { type Indicator, type IndicatorContext, indicatorColumns, readIndicator } from './read-indicator.ts'

/** Imports a partnership's cited figures; one that stands already keeps its identifier, and so its address. */
export function importIndicators(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<Indicator, IndicatorContext> = {
    columns: () => indicatorColumns,
    known: async (db) => ({ sources: await sourceKeys(db), areaOf: await areaResolver(db, partnership.id) }),
    read: readIndicator,
    keyOf,
    apply: async (db, indicators) => {
      const outcome = await applyIndicators(db, partnership.id, indicators)
      return recordImport(db, actor, options.at, outcome, {
        event: 'evidence.indicators-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

/** What makes two rows the same figure. */
const keyOf = ({ key, area_code, period, sex, ages }: Indicator): string =>
  JSON.stringify([key, area_code, period, sex, ages])

async function applyIndicators(db: Db, partnershipId: Id, indicators: readonly Indicator[]): Promise<Outcome> {
  const standing = await standingIndicators(db, partnershipId)
  const { toWrite, ...outcome } = difference(indicators, standing, keyOf)
  await saveIndicators(db, partnershipId, toWrite)
  return outcome
}
