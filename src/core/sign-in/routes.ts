import { Hono } from 'hono'
import type { MercatEnv, OrganisationNames } from '../http/index.ts'
import { accountRoutes, type HomeAlerts, type HomeItems } from './account-routes.tsx'
import type { DemonstrationProvider } from './commands/demonstration.ts'
import { demonstrationRoutes } from './demonstration-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { oidcRoutes } from './oidc-routes.tsx'
import { providerPeopleRoutes } from './provider-people-routes.tsx'
import { secondStepRoutes } from './second-step-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

/** What the application lends to these pages, because core knows no module. */
export interface SignInNeeds {
  readonly homeItems: HomeItems
  /** What stands above them because it wants doing now. */
  readonly homeAlerts?: HomeAlerts
  readonly organisationNames: OrganisationNames
  readonly demonstrationProvider: DemonstrationProvider
  /** What the demonstration's provider is called. */
  readonly demonstrationProviderName: string
}

/** Every page of signing in and of one's own account. */
export const identityRoutes = (needs: SignInNeeds): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .route('/', signInRoutes())
    .route('/', oidcRoutes())
    .route('/', demonstrationRoutes(needs.demonstrationProvider, needs.demonstrationProviderName))
    .route('/', invitationRoutes(needs.organisationNames))
    .route('/', secondStepRoutes())
    .route('/', providerPeopleRoutes())
    .route('/', accountRoutes(needs.homeItems, needs.homeAlerts, needs.organisationNames))
