import { type Actor, accountOf, type Partnership } from '../auth/index.ts'
import { type Db, json } from '../db/index.ts'
import { conflict, invalid } from '../errors/index.ts'
import { record } from '../ledger/index.ts'
import { settingsOf } from './queries.ts'
import { settings } from './schema.ts'
import type { Identity, Settings, SettingsSection } from './settings.ts'

/** A change of one section, with the version of it that the change was made on. */
export interface SectionChange<Section extends SettingsSection = SettingsSection> {
  readonly section: Section
  readonly onVersion: number
  readonly content: Settings[Section]
}

/** Saves one section as its next version; refused when a colleague has saved one since. */
export async function saveSection<Section extends SettingsSection>(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  { section, onVersion, content }: SectionChange<Section>,
  at: Date,
): Promise<void> {
  const before = await settingsOf(db, partnership)
  if (section === 'identity' && accountOf(actor)) keepInvented(partnership, before.identity, content as Identity)
  const { numInsertedOrUpdatedRows } = await settings(db)
    .insertInto('partnership_setting')
    .values({
      partnership_id: partnership.id,
      section,
      version: onVersion + 1,
      content: json(content),
      changed_at: at,
      changed_by: accountOf(actor),
    })
    // Two at the same moment on the same version: the second waits here for the first, and adds nothing.
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirstOrThrow()
  if (before.versions[section] !== onVersion || numInsertedOrUpdatedRows !== 1n)
    throw conflict('A colleague has changed these settings since you opened them.')
  if (section === 'identity') await changeIdentity(db, partnership, content as Identity)
  await record(db, actor, at, {
    event: 'settings.changed',
    subject: { kind: 'settings', id: section },
    payload: { version: onVersion + 1, before: before[section], after: content },
    partnershipId: partnership.id,
  })
}

/** Anyone may step into the administrator of a demonstration, so nobody puts names and links of theirs on its public pages. */
function keepInvented({ demonstration }: Partnership, before: Identity, after: Identity): void {
  const same = (['title', 'name', 'website'] as const).every((name) => before[name] === after[name])
  if (demonstration && !same) throw invalid('The names and the website of a demonstration stay as they are.')
}

const changeIdentity = (db: Db, { id }: Partnership, { title, name, website, brandColour }: Identity) =>
  settings(db)
    .updateTable('partnership')
    .set({ title, name, website: website || null, brand_colour: brandColour })
    .where('id', '=', id)
    .execute()
