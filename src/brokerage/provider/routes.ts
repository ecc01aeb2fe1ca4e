import { Hono } from 'hono'
import type { MercatEnv } from '../../core/http/index.ts'
import { keyRoutes } from '../keys/routes.tsx'
import { capacityRoutes } from './capacity-routes.tsx'
import { offerRoutes } from './offer-routes.tsx'
import { providerPlaces } from './paths.ts'
import { placementRoutes } from './placement-routes.tsx'
import { whyRoutes } from './why-routes.tsx'

/** What providers see and do of brokerage, in all partnerships. */
export const providerBrokerageRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .route('/', offerRoutes())
    .route('/', whyRoutes())
    .route('/', capacityRoutes())
    .route('/', placementRoutes())
    .route('/', keyRoutes(providerPlaces))
