import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import type { Id } from '../../core/values/index.ts'
import { difference, sourceKeys } from '../../evidence/index.ts'
import { areaResolver } from '../../places/index.ts'
import { careGroups, serviceTypes, termNamed } from '../../providers/index.ts'
import { saveVolumes, standingVolumes } from './queries/volumes.ts'
import { type GapContext, readVolume, type VolumeOfFile, volumeColumns } from './read-volume.ts'

/** Imports a partnership's volumes of need, supply, use, targets and shortages; one that stands already keeps its identifier. */
export function importVolumes(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const layout: Layout<VolumeOfFile, GapContext> = {
    columns: () => volumeColumns,
    known: (db) => gapContext(db, partnership.id),
    read: readVolume,
    keyOf: volumeKey,
    apply: async (db, volumes) => {
      const { toWrite, ...outcome } = difference(volumes, await standingVolumes(db, partnership.id), volumeKey)
      await saveVolumes(db, partnership.id, toWrite)
      return recordImport(db, actor, options.at, outcome, {
        event: 'market.volumes-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
    },
  }
  return runImport(database, actor, layout, file, options)
}

const gapContext = async (db: Db, partnershipId: Id): Promise<GapContext> => ({
  sources: await sourceKeys(db),
  areaOf: await areaResolver(db, partnershipId),
  careGroup: termNamed(await careGroups(db)),
  service: termNamed(await serviceTypes(db)),
})

/** What makes two rows the same volume. */
const volumeKey = ({ key, service_key, area_code, care_group_key, role, period }: VolumeOfFile): string =>
  JSON.stringify([key, service_key, area_code, care_group_key, role, period])
