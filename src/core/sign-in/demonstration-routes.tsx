import { Hono } from 'hono'
import { notFound } from '../errors/index.ts'
import { declare, type MercatEnv, page } from '../http/index.ts'
import { type DemonstrationProvider, demonstrationRoles, stepInto } from './commands/demonstration.ts'
import { signOut } from './commands/sessions.ts'
import { doorOf, fieldsOf, setCookies } from './door-of.ts'
import { paths } from './paths.ts'
import { DemonstrationPage } from './views/demonstration-page.tsx'

/** Stepping into a role of the demonstration; not there at all where none is loaded. */
export const demonstrationRoutes = (provider: DemonstrationProvider, providerName: string): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(paths.demonstration, declare('sign-in.use', 'sign-in.demonstration-page'), async (c) => {
      const roles = await demonstrationRoles(c.var.database)
      if (!roles) throw notFound('This page')
      return page(c, <DemonstrationPage roles={roles} provider={providerName} />)
    })
    .post(paths.demonstration, declare('sign-in.use', 'sign-in.demonstration'), async (c) => {
      const { role = '' } = await fieldsOf(c)
      const door = doorOf(c)
      const cookie = await stepInto(door, role, provider)
      if (c.var.signedIn) await signOut(door, c.var.signedIn)
      setCookies(c, [cookie])
      return c.redirect(paths.account, 303)
    })
