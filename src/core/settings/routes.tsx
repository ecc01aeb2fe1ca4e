import { Hono } from 'hono'
import type { VNode } from 'preact'
import { allPartnerships, may, type Partnership, partnershipBySlug, publicActor } from '../auth/index.ts'
import type { Config } from '../config/index.ts'
import { asActor } from '../db/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { settingsOf } from './queries.ts'
import type { Settings } from './settings.ts'
import { AccessibilityPage } from './views/accessibility-page.tsx'
import { CookiesPage } from './views/cookies-page.tsx'
import type { MailWay } from './views/mail-carrier.tsx'
import { NeutralAccessibilityPage, NeutralPrivacyPage } from './views/neutral-pages.tsx'
import { PrivacyPage } from './views/privacy-page.tsx'

/** The pages about the site itself: accessibility, privacy and cookies, of each partnership and of no partnership. */
export const settingsRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/sign-in/accessibility', declare('public.read', 'about.accessibility'), async (c) => {
      const partnerships = await asActor(c.var.database, publicActor, allPartnerships)
      return page(c, <NeutralAccessibilityPage partnerships={partnerships} />)
    })
    .get('/sign-in/privacy', declare('public.read', 'about.privacy'), async (c) => {
      const partnerships = await asActor(c.var.database, publicActor, allPartnerships)
      return page(c, <NeutralPrivacyPage partnerships={partnerships} mail={mailWay(c.var.config)} />)
    })
    .get('/sign-in/cookies', declare('public.read', 'about.cookies'), (c) =>
      page(c, <CookiesPage partnership={undefined} service={c.var.config.oidc?.name} />),
    )
    .get('/:partnership/accessibility', declare('public.read', 'statement.accessibility'), (c) =>
      about(c, (partnership, settings, canFillIn) => (
        <AccessibilityPage partnership={partnership} settings={settings} canFillIn={canFillIn} />
      )),
    )
    .get('/:partnership/privacy', declare('public.read', 'statement.privacy'), (c) =>
      about(c, (partnership, settings, canFillIn) => (
        <PrivacyPage
          partnership={partnership}
          settings={settings}
          mail={partnership.demonstration ? 'none' : mailWay(c.var.config)}
          canFillIn={canFillIn}
        />
      )),
    )
    .get('/:partnership/cookies', declare('public.read', 'statement.cookies'), (c) =>
      about(c, (partnership) => <CookiesPage partnership={partnership} service={c.var.config.oidc?.name} />),
    )

async function about(
  c: MercatContext,
  build: (partnership: Partnership, settings: Settings, canFillIn: boolean) => VNode,
): Promise<Response> {
  const slug = c.req.param('partnership') ?? ''
  const { partnership, settings } = await asActor(c.var.database, publicActor, async (db) => {
    const found = await partnershipBySlug(db, slug)
    return { partnership: found, settings: await settingsOf(db, found) }
  })
  const { actor } = c.var
  const canFillIn = actor.kind === 'staff' && actor.partnershipId === partnership.id && may(actor, 'settings.manage')
  return page(c, build(partnership, settings, canFillIn))
}

const mailWay = ({ notify, smtpUrl }: Config): MailWay => (notify ? 'notify' : smtpUrl ? 'smtp' : 'none')
