import { tables } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import type { SettingsSection } from './settings.ts'

/** The table of `core/settings`, and of the partnership what its administrators may change. */
export interface SettingsTables {
  partnership_setting: {
    partnership_id: Id
    section: SettingsSection
    /** From 1; each change is a row of its own. */
    version: number
    content: unknown
    changed_at: Date
    changed_by: Id | null
  }
  partnership: { id: Id; title: string; name: string; website: string | null; brand_colour: string }
}

/** The view of the database for `core/settings`. */
export const settings = tables<SettingsTables>()
