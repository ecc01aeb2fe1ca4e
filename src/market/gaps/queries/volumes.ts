import { sql } from 'kysely'
import { type Db, json } from '../../../core/db/index.ts'
import { hideBelow } from '../../../core/settings/index.ts'
import { type Id, isId, newId } from '../../../core/values/index.ts'
import { citation, hasSmall, hidBefore, hiding, type Source, sourcesByKey } from '../../../evidence/index.ts'
import type { VolumeOfFile } from '../read-volume.ts'
import { gaps } from '../schema.ts'
import { type Volume, type VolumeRow, volumeOf } from '../volume.ts'

const columns = [
  'v.key',
  'v.service_key',
  'v.area_code',
  'v.care_group_key',
  'v.role',
  'v.label',
  'v.finding',
  'v.period',
  'v.on_date',
  'v.value',
  'v.unit',
  'v.basis',
  'v.method',
  'v.source_key',
  'v.locus',
  'v.status',
  'v.note',
] as const

/** Which of a partnership's volumes are wanted. */
export interface VolumeFilter {
  /** Key of a service type. */
  readonly service?: string | undefined
}

/** A partnership's volumes in the order in which they were first imported, with their citations; one query where the caller has the sources and nothing has to be hidden. */
export async function volumesOf(
  db: Db,
  partnershipId: Id,
  filter: VolumeFilter = {},
  known?: ReadonlyMap<string, Source>,
): Promise<readonly Volume[]> {
  const packed = await gaps(db).selectNoFrom(packedVolumes(partnershipId, filter)).executeTakeFirstOrThrow()
  const keys = () => [...new Set(packed.volumes.map((row) => row[columns.indexOf('v.source_key') + 1] as string))]
  return toldVolumes(db, partnershipId, packed, known ?? (await sourcesByKey(db, keys())))
}

/** Volumes as short as they can be sent: cells by the order of `columns` after the identifier, names apart. */
export interface PackedVolumes {
  readonly volumes: readonly (readonly (string | null)[])[]
  readonly areas: Readonly<Record<string, string>> | null
  readonly services: Readonly<Record<string, string>> | null
  readonly groups: Readonly<Record<string, string>> | null
  /** Numbers of people below it are hidden. */
  readonly limit: number
  /** Whether an edition hid some. */
  readonly before: boolean
}

/** What to select for volumes: as arrays of texts, which takes the embedded engine a third as long as JSON objects. */
export function packedVolumes(partnershipId: Id, { service }: VolumeFilter) {
  const cells = sql.join(['v.id', ...columns].map((column) => sql`${sql.ref(column)}::text`))
  const ours = sql`v.partnership_id = ${partnershipId} ${service === undefined ? sql`` : sql`and v.service_key = ${service}`}`
  return [
    sql<
      PackedVolumes['volumes']
    >`coalesce((select array_to_json(array_agg(array[${cells}])) from volume v where ${ours}), '[]')`.as('volumes'),
    sql<PackedVolumes['areas']>`(select json_object_agg(code, name) from area
      where code in (select area_code from volume v where ${ours}))`.as('areas'),
    sql<PackedVolumes['services']>`(select json_object_agg(key, name) from service_type)`.as('services'),
    sql<PackedVolumes['groups']>`(select json_object_agg(key, name) from care_group)`.as('groups'),
    hideBelow(partnershipId).as('limit'),
    hidBefore(partnershipId).as('before'),
  ] as const
}

/** Volumes as they may be told: small numbers of people are hidden here, before anything is made of them. */
export async function toldVolumes(
  db: Db,
  partnershipId: Id,
  { volumes: rows, areas, services, groups, limit, before }: PackedVolumes,
  sources: ReadonlyMap<string, Source>,
): Promise<readonly Volume[]> {
  const volumes = rows
    // Identifiers are made in the order of time.
    .toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .flatMap((cells) => {
      const texts = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]))
      const row = { ...texts, value: texts.value && Number(texts.value) } as unknown as VolumeRow
      const source = sources.get(row.source_key)
      if (!source) return []
      const group = row.care_group_key === null ? null : (groups?.[row.care_group_key] ?? '')
      const named = { area: areas?.[row.area_code] ?? '', service: services?.[row.service_key] ?? '', group }
      return [volumeOf(row, named, citation(source, row.locus))]
    })
  if (!before && !hasSmall(volumes, limit)) return volumes
  return hiding(db, partnershipId, volumes, limit, {
    tableOf: ({ service, role, measure, period }) => JSON.stringify([service.key, role, measure, period]),
    also: ({ careGroup }) => ({ group: careGroup?.key ?? '' }),
    readBy: ({ service }) => service.key,
  })
}

const names = ['id', ...columns.map((column) => column.slice(2))]

/** One volume, or undefined when the partnership has none of that identifier. */
export async function volumeById(db: Db, partnershipId: Id, id: string): Promise<Volume | undefined> {
  if (!isId(id)) return undefined
  const found = await gaps(db)
    .selectFrom('volume as v')
    .select('v.service_key')
    .where('v.partnership_id', '=', partnershipId)
    .where('v.id', '=', id)
    .executeTakeFirst()
  // Read with all of its service: whether it is small enough to hide is seen only beside the others.
  const volumes = found ? await volumesOf(db, partnershipId, { service: found.service_key }) : []
  return volumes.find((volume) => volume.id === id)
}

/** A partnership's volumes as an import compares them. */
export const standingVolumes = (db: Db, partnershipId: Id): Promise<VolumeOfFile[]> =>
  gaps(db).selectFrom('volume as v').select(columns).where('v.partnership_id', '=', partnershipId).execute()

/** Adds volumes, or brings those that stand up to date under the same identifier. */
export async function saveVolumes(db: Db, partnershipId: Id, rows: readonly VolumeOfFile[]): Promise<void> {
  if (rows.length === 0) return
  const withIds = rows.map((row) => ({ id: newId(), ...row }))
  await sql`insert into volume (partnership_id, id, key, service_key, area_code, care_group_key, role, label, finding,
      period, on_date, value, unit, basis, method, source_key, locus, status, note)
    select ${partnershipId}::uuid, g.id, g.key, g.service_key, g.area_code, g.care_group_key, g.role, g.label, g.finding,
      g.period, g.on_date, g.value, g.unit, g.basis, g.method, g.source_key, g.locus, g.status, g.note
    from jsonb_to_recordset(${json(withIds)}) as g (id uuid, key text, service_key text, area_code text,
      care_group_key text, role text, label text, finding text, period text, on_date date, value numeric, unit text,
      basis text, method text, source_key text, locus text, status text, note text)
    on conflict (partnership_id, key, service_key, area_code, care_group_key, role, period) do update set
      label = excluded.label, finding = excluded.finding, on_date = excluded.on_date, value = excluded.value,
      unit = excluded.unit, basis = excluded.basis, method = excluded.method, source_key = excluded.source_key,
      locus = excluded.locus, status = excluded.status, note = excluded.note`.execute(gaps(db))
}
