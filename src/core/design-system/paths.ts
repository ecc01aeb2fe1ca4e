/** Where the design system lies. */
export const indexPath = (): string => '/design-system'

/** The page of one group. */
export const groupPath = (slug: string): string => `/design-system/${slug}`

/** A whole page as a sample, with its masthead and footer. */
export const samplePagePath = (name: string): string => `/design-system/pages/${name}`
