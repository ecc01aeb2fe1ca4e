import { type RawBuilder, sql } from 'kysely'
import type { Partnership } from '../auth/index.ts'
import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { settings } from './schema.ts'
import { empty, hideBelowBounds, type Settings, type SettingsSection } from './settings.ts'

/** The settings of a partnership with the version of each section: 0 where nothing was ever saved. */
export interface StandingSettings extends Settings {
  readonly versions: { readonly [section in SettingsSection]: number }
}

/** What a partnership has set, as it stands now. */
export async function settingsOf(db: Db, partnership: Partnership): Promise<StandingSettings> {
  const rows = await settings(db)
    .selectFrom('partnership_setting as s')
    .distinctOn('s.section')
    .select(['s.section', 's.version', 's.content'])
    .where('s.partnership_id', '=', partnership.id)
    .orderBy('s.section')
    .orderBy('s.version', 'desc')
    .execute()
  const found = (section: SettingsSection) => rows.find((row) => row.section === section)
  // A version of an older release lacks what came later, so it is laid over what stands when nothing is filled in.
  const content = <Section extends keyof typeof empty>(section: Section) => ({
    ...empty[section],
    ...(found(section)?.content as Partial<Settings[Section]> | undefined),
  })
  const version = (section: SettingsSection) => found(section)?.version ?? 0
  return {
    identity: {
      title: partnership.title,
      name: partnership.name,
      website: partnership.website ?? '',
      brandColour: partnership.brandColour,
    },
    contact: content('contact'),
    accessibility: content('accessibility'),
    privacy: content('privacy'),
    publication: content('publication'),
    versions: {
      identity: version('identity'),
      contact: version('contact'),
      accessibility: version('accessibility'),
      privacy: version('privacy'),
      publication: version('publication'),
    },
  }
}

/** SQL for the number of people below which a partnership hides one, to stand in the query that reads them. */
export const hideBelow = (partnershipId: Id): RawBuilder<number> =>
  sql<number>`coalesce((select (s.content ->> 'hideBelow')::integer from partnership_setting as s
    where s.partnership_id = ${partnershipId} and s.section = 'publication'
    order by s.version desc limit 1), ${sql.lit(hideBelowBounds.usual)})`

/** One change of a section. */
export interface SettingsChange {
  readonly section: SettingsSection
  readonly version: number
  readonly changedAt: Date
  readonly changedBy: Id | null
}

/** The last changes of the settings, newest first. */
export const settingsChanges = (db: Db, partnershipId: Id, limit = 20): Promise<SettingsChange[]> =>
  settings(db)
    .selectFrom('partnership_setting as s')
    .select(['s.section', 's.version', 's.changed_at as changedAt', 's.changed_by as changedBy'])
    .where('s.partnership_id', '=', partnershipId)
    .orderBy('s.changed_at', 'desc')
    .orderBy('s.section')
    .limit(limit)
    .execute()
