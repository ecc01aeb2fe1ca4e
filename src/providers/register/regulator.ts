/** The regulators whose registers are read. */
export const regulators = ['care-inspectorate', 'cqc'] as const
export type Regulator = (typeof regulators)[number]

/** Who owns a service: one word for what both regulators say in their own. */
export const sectors = ['private', 'voluntary', 'local-authority', 'nhs', 'other'] as const
export type Sector = (typeof sectors)[number]

/** How many adult services on the same register its provider runs: 1, 2 to 5, 6 to 20, more. */
export const providerSizes = ['single', 'small', 'medium', 'large'] as const
export type ProviderSize = (typeof providerSizes)[number]
