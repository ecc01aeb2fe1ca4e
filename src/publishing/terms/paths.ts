import { dataPath } from '../paths.ts'

/** How services, groups of people and grades are named here and by the regulators. */
export const wordsPath = (slug: string): string => `${dataPath(slug)}/words`

/** How each published measure is made; with a measure, at its entry. */
export const measuresPath = (slug: string, measure?: string): string =>
  `${dataPath(slug)}/measures${measure === undefined ? '' : `#${encodeURIComponent(measure)}`}`
