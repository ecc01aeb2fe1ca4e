/** The broker's desk. */
export const deskPath = (slug: string): string => `/${slug}/desk`

/** Every package, as a list that filters. */
export const packagesPath = (slug: string): string => `/${slug}/packages`

/** One package of care. */
export const packagePath = (slug: string, reference: string): string =>
  `${packagesPath(slug)}/${encodeURIComponent(reference)}`

/** The form on which a package is asked for. */
export const newPackagePath = (slug: string): string => `${packagesPath(slug)}/new`

/** The rules by which offers go out. */
export const offerRulesPath = (slug: string): string => `/${slug}/offer-rules`

/** A provider's offers, in all partnerships. */
export const offersPath = (): string => '/provider/offers'

/** One offer, as the provider sees it. */
export const offerPath = (slug: string, reference: string): string =>
  `${offersPath()}/${slug}/${encodeURIComponent(reference)}`

/** What a provider says that it can give. */
export const capacityPath = (): string => '/provider/capacity'

/** What could not be placed. */
export const unmetPath = (slug: string): string => `/${slug}/unmet`

/** One person's record, by reference: what is held of them, to be given or erased. */
export const personPath = (slug: string, reference: string): string =>
  `/${slug}/people/${encodeURIComponent(reference)}`

/** Where somebody is found whose data is asked for. */
export const peoplePath = (slug: string): string => `/${slug}/people`

/** What would become of everyone if a provider closed, tried out. */
export const drillsPath = (slug: string): string => `/${slug}/drills`

/** Past care gone through again under other lots, ranks, prices or hours. */
export const timeMachinePath = (slug: string): string => `/${slug}/time-machine`
