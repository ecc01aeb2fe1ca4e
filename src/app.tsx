import type { Hono } from 'hono'
import { actorOfKey, brokerageRoutes, providerApi, providerPlaces } from './brokerage/index.ts'
import { administrationRoutes } from './core/administration/index.ts'
import { designSystemRoutes } from './core/design-system/index.ts'
import { MercatError } from './core/errors/index.ts'
import {
  declare,
  healthRoutes,
  type MercatContext,
  type MercatEnv,
  newApp,
  type Problem,
  type Readiness,
  type Services,
  staticRoutes,
} from './core/http/index.ts'
import { importingRoutes } from './core/importing/index.ts'
import { settingsRoutes } from './core/settings/index.ts'
import { identityRoutes } from './core/sign-in/index.ts'
import { errorPage, startingPage } from './core/ui/pages/index.ts'
import { isDemonstrationLoaded } from './demonstration.ts'
import { homeAlerts } from './home-alerts.ts'
import { homeItems } from './home-items.ts'
import { importKinds } from './import-kinds.ts'
import {
  contractChangeRoutes,
  contractProviderRoutes,
  contractRegisterRoutes,
  planningRoutes,
  providerContractRoutes,
  rateRoutes,
  sharingRoutes,
  spotRoutes,
  summaryRoutes,
  upliftRoutes,
} from './procurement/index.ts'
import { addOrganisation, organisationNames, organisationsNamed, registerRoutes } from './providers/index.ts'
import {
  apiRoutes,
  contractSummaryRoutes,
  dataRoutes,
  editionRoutes,
  figureFileRoutes,
  gapRoutes,
  placeRoutes,
  serviceRoutes,
  statementRoutes,
  supplyRoutes,
  termsRoutes,
  writeRoutes,
} from './publishing/index.ts'

const staticFolder = new URL('./static/', import.meta.url)
// Run from the source, the files are still where the page kit keeps them.
const sourceFolder = new URL('./core/ui/static/', import.meta.url)

/** Nobody's: the invented provider whose person one may be in a demonstration; it has contracts with three partnerships. */
const demonstrationProvider = 'Pretend Hazel Association'

/** The whole application: the only file that knows every module. */
export function application(services: Services, readiness: Readiness, check: () => Promise<void>): Hono<MercatEnv> {
  const app = newApp(services, errorPage, { organisationNames, actorOfToken: actorOfKey })
  app.route('/', healthRoutes(readiness, check))
  app.route('/', staticRoutes(import.meta.url.includes('/src/') ? sourceFolder : staticFolder))
  app.route(
    '/',
    identityRoutes({
      homeItems,
      homeAlerts,
      organisationNames,
      demonstrationProviderName: demonstrationProvider,
      demonstrationProvider: async (db, at) => {
        const { id } = await addOrganisation(db, at, demonstrationProvider)
        return { id, name: demonstrationProvider }
      },
    }),
  )
  app.route('/', apiRoutes([providerApi()]))
  app.route('/', dataRoutes())
  app.route('/', termsRoutes())
  // Before the pages of figures, whose identifiers may end in anything.
  app.route('/', figureFileRoutes())
  app.route('/', administrationRoutes({ names: organisationNames, named: organisationsNamed, add: addOrganisation }))
  app.route('/', settingsRoutes())
  app.route('/', importingRoutes(importKinds))
  app.route('/', designSystemRoutes(isTrial))
  app.route('/', registerRoutes())
  app.route('/', planningRoutes())
  app.route('/', spotRoutes())
  app.route('/', summaryRoutes())
  app.route('/', sharingRoutes())
  app.route('/', providerContractRoutes(providerPlaces))
  app.route('/', rateRoutes())
  app.route('/', upliftRoutes())
  app.route('/', contractChangeRoutes())
  app.route('/', contractProviderRoutes())
  app.route('/', contractRegisterRoutes())
  app.route('/', brokerageRoutes())
  app.route('/', editionRoutes())
  app.route('/', writeRoutes())
  // Before the sections of statements, one of which they are.
  app.route('/', gapRoutes())
  app.route('/', serviceRoutes())
  app.route('/', supplyRoutes())
  app.route('/', placeRoutes())
  app.route('/', contractSummaryRoutes())
  app.route('/', statementRoutes())
  return app
}

/** In development and on trial, which the embedded database is for, and on a demonstration. */
const isTrial = ({ var: { config, database } }: MercatContext): boolean | Promise<boolean> =>
  config.store.kind === 'embedded' || isDemonstrationLoaded(database)

/** What answers while the database is being made ready: health, and a page that says what is happening and tries again. */
export function startingApplication(services: Services, readiness: Readiness): Hono<MercatEnv> {
  const page = (c: MercatContext, problem: Problem) =>
    problem.status === 503 ? startingPage(readiness.doing, readiness.progress) : errorPage(c, problem)
  const app = newApp(services, page, { keepPages: false, signIn: false })
  app.route(
    '/',
    healthRoutes(readiness, async () => {}),
  )
  app.route('/', staticRoutes(import.meta.url.includes('/src/') ? sourceFolder : staticFolder))
  app.all('*', declare('public.health', 'health.starting'), (c) => {
    c.header('Retry-After', '2')
    throw new MercatError('unavailable', `This service is starting: ${readiness.doing}.`, 'Try again in a moment.')
  })
  return app
}
