import type { Hono } from 'hono'
import { administrationRoutes, type Organisations } from '../../src/core/administration/index.ts'
import type { Role } from '../../src/core/auth/index.ts'
import type { Database } from '../../src/core/db/index.ts'
import type { MercatEnv, Services } from '../../src/core/http/index.ts'
import { prepareJobs } from '../../src/core/jobs/index.ts'
import { deliverJob } from '../../src/core/outbox/index.ts'
import type { Id } from '../../src/core/values/index.ts'
import { addOrganisation, organisationNames, organisationsNamed } from '../../src/providers/index.ts'
import { newTestApp } from './new-app.ts'
import { newPartnership } from './new-partnership.ts'
import { type Somebody, signedInAs } from './sign-in.ts'

const organisations: Organisations = { names: organisationNames, named: organisationsNamed, add: addOrganisation }

/** A partnership with an administrator who is signed in, and the pages of the administration. */
export interface AdminWorld {
  app: Hono<MercatEnv>
  database: Database
  partnership: { id: Id; slug: string }
  admin: Somebody
  /** Asks for a page as somebody, the administrator when nobody is named. */
  get: (path: string, as?: Somebody) => Promise<{ status: number; html: string; response: Response }>
  /** Sends a form as somebody. */
  send: (
    path: string,
    fields: Record<string, string | readonly string[]>,
    as?: Somebody,
  ) => Promise<{ status: number; html: string; location: string | null }>
  join: (name: string, roles: readonly Role[]) => Promise<Somebody>
}

/** Makes one for a test, in a database that the tests of a file may share. */
export async function adminWorld(
  database: Database,
  over: Partial<Services> = {},
  details: Parameters<typeof newPartnership>[1] = {},
): Promise<AdminWorld> {
  await prepareJobs(database, [deliverJob])
  const { app } = await newTestApp([administrationRoutes(organisations)], { ...over, database })
  return worldOn(app, database, await newPartnership(database, details))
}

async function worldOn(
  app: Hono<MercatEnv>,
  database: Database,
  partnership: { id: Id; slug: string },
): Promise<AdminWorld> {
  const join = (name: string, roles: readonly Role[]) =>
    signedInAs(database, { partnership: partnership.id, roles, name })
  const admin = await join('Ada Example', ['administrator'])
  return {
    app,
    database,
    partnership,
    admin,
    join,
    get: async (path, { headers } = admin) => {
      const response = await app.request(path, { headers })
      return { status: response.status, html: await response.clone().text(), response }
    },
    send: async (path, fields, { headers } = admin) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      const response = await app.request(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      })
      return { status: response.status, html: await response.text(), location: response.headers.get('location') }
    },
  }
}
