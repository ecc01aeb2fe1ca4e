import type { Hono } from 'hono'
import { systemActor } from '../../src/core/auth/index.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import type { MercatEnv } from '../../src/core/http/index.ts'
import { identityRoutes } from '../../src/core/sign-in/index.ts'
import type { Id } from '../../src/core/values/index.ts'
import { addOrganisation, organisationNames } from '../../src/providers/index.ts'
import { testNow } from './new-app.ts'

/** An organisation for one test. */
export const newOrganisation = (database: Database, name: string): Promise<{ id: Id }> =>
  asActor(database, systemActor(), (db) => addOrganisation(db, testNow, name))

/** The pages of signing in, with what the application would lend them. */
export const newIdentityRoutes = (): Hono<MercatEnv> =>
  identityRoutes({
    homeItems: (actor) => [{ text: actor.kind, href: '/', hint: 'Who asks.' }],
    organisationNames,
    demonstrationProviderName: 'Example Care',
    demonstrationProvider: async (db, at) => ({
      ...(await addOrganisation(db, at, 'Example Care')),
      name: 'Example Care',
    }),
  })
