import { Hono } from 'hono'
import { asActor } from '../db/index.ts'
import { declare, type MercatEnv, page } from '../http/index.ts'
import { adminOf } from './admin.ts'
import { auditRoutes } from './audit-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { mailRoutes } from './mail-routes.tsx'
import type { Organisations } from './organisations.ts'
import { peopleRoutes } from './people-routes.tsx'
import { toDo } from './queries/to-do.ts'
import { settingsAdminRoutes } from './settings-routes.tsx'
import { AdminHomePage } from './views/admin-home-page.tsx'
import { PermissionsPage } from './views/permissions-page.tsx'

/** The pages on which administrators of a partnership work: people, invitations, the trail, mail, settings. */
export const administrationRoutes = (organisations: Organisations): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/admin', declare('people.manage', 'admin.home'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const found = await asActor(c.var.database, actor, (db) => toDo(db, partnership, c.var.clock.now()))
      return page(c, <AdminHomePage partnership={partnership} {...found} />)
    })
    .get('/admin/permissions', declare('people.manage', 'admin.permissions'), (c) =>
      page(c, <PermissionsPage partnership={adminOf(c).partnership} />),
    )
    // Before the pages of persons, whose address begins in the same way.
    .route('/', invitationRoutes(organisations))
    .route('/', peopleRoutes(organisations))
    .route('/', auditRoutes())
    .route('/', mailRoutes())
    .route('/', settingsAdminRoutes())
