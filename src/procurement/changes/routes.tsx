import { Hono } from 'hono'
import type { MercatEnv } from '../../core/http/index.ts'
import { awardRoutes } from './award-routes.tsx'
import { changeFormRoutes } from './change-form-routes.tsx'
import { draftLotRoutes } from './draft-lot-routes.tsx'
import { draftRoutes } from './draft-routes.tsx'
import { waitingRoutes } from './waiting-routes.tsx'

/** The pages on which contracts are made and changed, and on which changes are approved. */
export const contractChangeRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .route('/', awardRoutes())
    .route('/', draftRoutes())
    .route('/', draftLotRoutes())
    .route('/', waitingRoutes())
    .route('/', changeFormRoutes())
