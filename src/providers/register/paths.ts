import type { IsoDate } from '../../core/values/index.ts'
import type { Regulator } from './regulator.ts'

/** What changed on the register between two days; the last two, when none are named. */
export const registerPath = (slug: string, compared?: { readonly from: IsoDate; readonly to: IsoDate }): string =>
  `/${slug}/register${compared ? `?from=${compared.from}&to=${compared.to}` : ''}`

/** Everything that registers said of one service. */
export const registerServicePath = (slug: string, regulator: Regulator, number: string): string =>
  `${registerPath(slug)}/services/${regulator}/${encodeURIComponent(number)}`

/** Where the form that tells a succession is sent. */
export const successionPath = (slug: string): string => `${registerPath(slug)}/succession`

/** Where the button that takes a succession back is sent. */
export const takeBackPath = (slug: string): string => `${successionPath(slug)}/take-back`
