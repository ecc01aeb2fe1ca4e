import { Hono } from 'hono'
import type { MercatEnv } from '../core/http/index.ts'
import { approvalRoutes } from './desk/approval-routes.tsx'
import { deskRoutes } from './desk/desk-routes.tsx'
import { packageRoutes } from './desk/package-routes.tsx'
import { drillRoutes } from './drills/routes.tsx'
import { changeRoutes } from './placements/change-routes.tsx'
import { termRoutes } from './placements/term-routes.tsx'
import { planRoutes } from './plans/routes.tsx'
import { providerBrokerageRoutes } from './provider/routes.ts'
import { recordRoutes } from './record/routes.tsx'
import { requestRoutes } from './requests/routes.tsx'
import { ruleRoutes } from './rules/routes.tsx'
import { timeMachineRoutes } from './time-machine/routes.tsx'
import { unmetRoutes } from './unmet/routes.tsx'

/** All pages of brokerage: requests, the desk, rules, offers, unmet need, and what providers see. */
export const brokerageRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .route('/', requestRoutes())
    .route('/', deskRoutes())
    .route('/', approvalRoutes())
    .route('/', packageRoutes())
    .route('/', changeRoutes())
    .route('/', planRoutes())
    .route('/', recordRoutes())
    .route('/', ruleRoutes())
    .route('/', termRoutes())
    .route('/', timeMachineRoutes())
    .route('/', drillRoutes())
    .route('/', unmetRoutes())
    .route('/', providerBrokerageRoutes())
