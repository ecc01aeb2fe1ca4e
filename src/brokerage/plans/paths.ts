import type { Id } from '../../core/values/index.ts'

/** Plans of the waiting list. */
export const plansPath = (slug: string): string => `/${slug}/plans`

/** The form on which a plan is asked for. */
export const newPlanPath = (slug: string): string => `${plansPath(slug)}/new`

/** One plan. */
export const planPath = (slug: string, id: Id): string => `${plansPath(slug)}/${id}`

/** Where an open page of a plan hears of changes. */
export const planEventsPath = (slug: string, id: Id): string => `${planPath(slug, id)}/events`

/** What became of the offers that were sent from a plan. */
export const planSentPath = (slug: string, id: Id): string => `${planPath(slug, id)}/sent`

/** Why a package of a plan is not with somebody else. */
export const whyNotPath = (slug: string, id: Id, reference: string): string =>
  `${planPath(slug, id)}/why-not/${encodeURIComponent(reference)}`

/** The same by the latest plan that has the package. */
export const latestWhyNotPath = (slug: string, reference: string): string =>
  `/${slug}/packages/${encodeURIComponent(reference)}/why-not`
