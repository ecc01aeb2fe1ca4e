import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { publishing, type VersionOrigin } from '../schema.ts'
import type { SectionSlug } from '../section.ts'

/** A version of a section's words. */
export interface SectionVersion {
  /** 0 when nobody has written the section yet. */
  readonly version: number
  readonly blocks: readonly Block[]
  readonly writtenAt: Date | null
  readonly writtenBy: Id | null
  readonly origin: VersionOrigin | null
}

const unwritten: SectionVersion = { version: 0, blocks: [], writtenAt: null, writtenBy: null, origin: null }

const about = ['v.version', 'v.written_at as writtenAt', 'v.written_by as writtenBy', 'v.origin'] as const

/** The words of a section as they were last saved, published or not; version 0 and no blocks when nobody wrote any. */
export async function sectionDraft(db: Db, partnershipId: Id, section: SectionSlug): Promise<SectionVersion> {
  const found = await versionsOf(db, partnershipId, section)
    .select([...about, 'v.blocks'])
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? unwritten
}

/** One version of a section, or "not found"; version 0 is the section before anyone wrote it. */
export async function sectionVersion(
  db: Db,
  partnershipId: Id,
  section: SectionSlug,
  version: number,
): Promise<SectionVersion> {
  if (version === 0) return unwritten
  const found = await versionsOf(db, partnershipId, section)
    .select([...about, 'v.blocks'])
    .where('v.version', '=', version)
    .executeTakeFirst()
  if (!found) throw notFound(`Version ${version} of this section`)
  return found
}

/** The draft of every section that anyone has written. */
export async function draftsOf(db: Db, partnershipId: Id): Promise<Map<SectionSlug, SectionVersion>> {
  const rows = await publishing(db)
    .selectFrom('section_version as v')
    .select(['v.section', ...about, 'v.blocks'])
    .distinctOn('v.section')
    .where('v.partnership_id', '=', partnershipId)
    .orderBy('v.section')
    .orderBy('v.version', 'desc')
    .execute()
  return new Map(rows.map(({ section, ...version }) => [section, version]))
}

/** A page of a section's versions, newest first; `next` is where the following page begins, null on the last. */
export interface SectionHistory {
  readonly versions: readonly Omit<SectionVersion, 'blocks'>[]
  readonly next: number | null
}

/** Who saved a section and when, newest first, a page at a time: those before a version where one is given. */
export async function sectionHistory(
  db: Db,
  partnershipId: Id,
  section: SectionSlug,
  { before, limit = 20 }: { readonly before?: number | undefined; readonly limit?: number | undefined } = {},
): Promise<SectionHistory> {
  const rows = await versionsOf(db, partnershipId, section)
    .select(about)
    .$if(before !== undefined, (some) => some.where('v.version', '<', before ?? 0))
    .orderBy('v.version', 'desc')
    .limit(limit + 1)
    .execute()
  return { versions: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.version ?? null) : null }
}

const versionsOf = (db: Db, partnershipId: Id, section: SectionSlug) =>
  publishing(db)
    .selectFrom('section_version as v')
    .where('v.partnership_id', '=', partnershipId)
    .where('v.section', '=', section)
