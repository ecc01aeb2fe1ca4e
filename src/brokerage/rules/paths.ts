import type { Id } from '../../core/values/index.ts'
import { offerRulesPath } from '../paths.ts'

/** One rule with its versions. */
export const offerRulePath = (slug: string, id: Id): string => `${offerRulesPath(slug)}/${id}`

/** The form of a rule: a new one, or a new version. */
export const editRulePath = (slug: string, id?: Id): string =>
  id === undefined ? `${offerRulesPath(slug)}/new` : `${offerRulePath(slug, id)}/edit`
