import { Hono } from 'hono'
import type { VNode } from 'preact'
import { asActor } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import {
  differences,
  type Fields,
  fieldsOf,
  isSection,
  readSection,
  type SettingsSection,
  saveSection,
  settingsChanges,
  settingsOf,
} from '../settings/index.ts'
import { londonDate } from '../values/index.ts'
import { adminOf } from './admin.ts'
import { attempt } from './attempt.ts'
import { adminPaths } from './paths.ts'
import { accountNames } from './queries/account-names.ts'
import { first, typedInto } from './typed.ts'
import { SettingsPage } from './views/settings-page.tsx'
import { SettingsSectionPage } from './views/settings-section-page.tsx'

/** The pages on which an administrator sees and changes what the partnership says of itself. */
export const settingsAdminRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/admin/settings', declare('settings.manage', 'settings.list'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const content = await asActor(c.var.database, actor, async (db) => {
        const changes = await settingsChanges(db, partnership.id)
        const names = await accountNames(
          db,
          changes.flatMap(({ changedBy }) => changedBy ?? []),
        )
        return { settings: await settingsOf(db, partnership), changes, names }
      })
      return page(c, <SettingsPage partnership={partnership} saved={c.req.query('saved')} {...content} />)
    })
    .get('/admin/settings/:section', declare('settings.manage', 'settings.form'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const section = sectionOf(c)
      const standing = await asActor(c.var.database, actor, (db) => settingsOf(db, partnership))
      const fields = fieldsOf(standing[section])
      return page(c, formPage(c, section, standing.versions[section], fields))
    })
    .post('/admin/settings/:section', declare('settings.manage', 'settings.change'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const section = sectionOf(c)
      const typed = await typedInto(c)
      const now = c.var.clock.now()
      const onVersion = /^\d{1,9}$/.test(first(typed, 'version')) ? Number(first(typed, 'version')) : 0
      const read = readSection(section, typed, londonDate(now))
      if (first(typed, 'action') === 'preview') {
        const mistakes = read.mistakes?.filter(({ field }) => field === 'brandColour')
        return page(c, formPage(c, section, onVersion, typed, { mistakes }))
      }
      if (read.mistakes) return page(c, formPage(c, section, onVersion, typed, { mistakes: read.mistakes }), 422)
      const { content } = read
      const { refused } = await attempt(() =>
        asActor(c.var.database, actor, (db) =>
          saveSection(db, actor, partnership, { section, onVersion, content }, now),
        ),
      )
      if (!refused) return c.redirect(`${adminPaths.settings}?saved=${section}`, 303)
      if (refused.kind === 'invalid') {
        const mistakes = [{ sentence: refused.message }]
        return page(c, formPage(c, section, onVersion, typed, { mistakes }), 422)
      }
      const standing = await asActor(c.var.database, actor, (db) => settingsOf(db, partnership))
      // With the version of the colleague's: sending again now keeps what was typed, knowingly.
      const clash = {
        mistakes: [{ sentence: refused.message }],
        differ: differences(section, fieldsOf(standing[section]), typed),
      }
      return page(c, formPage(c, section, standing.versions[section], typed, clash), 409)
    })

function sectionOf(c: MercatContext): SettingsSection {
  const section = c.req.param('section') ?? ''
  if (!isSection(section)) throw notFound('This part of the settings')
  return section
}

type Trouble = Partial<Pick<Parameters<typeof SettingsSectionPage>[0], 'mistakes' | 'differ'>>

const formPage = (
  c: MercatContext,
  section: SettingsSection,
  version: number,
  fields: Fields,
  trouble: Trouble = {},
): VNode => (
  <SettingsSectionPage
    partnership={adminOf(c).partnership}
    section={section}
    version={version}
    fields={fields}
    mistakes={trouble.mistakes ?? []}
    differ={trouble.differ ?? []}
  />
)
