import type { Id } from '../../core/values/index.ts'
import { contractsPath } from '../register/paths.ts'

/** Everyone who has or had a place in a lot. */
export const providersPath = (slug: string): string => `${contractsPath(slug)}/providers`

/** One provider: its lots, ranks, prices, registrations and suspensions. */
export const providerPath = (slug: string, id: Id): string => `${providersPath(slug)}/${id}`

/** Where placing with a provider is suspended. */
export const suspendPath = (slug: string, id: Id): string => `${providerPath(slug, id)}/suspend`

/** Where a suspension is lifted. */
export const liftPath = (slug: string, id: Id, suspension: Id): string => `${suspendPath(slug, id)}/${suspension}/lift`

/** Where a provider is told to be one of the regulator's. */
export const registrationPath = (slug: string, id: Id): string => `${providerPath(slug, id)}/registration`
