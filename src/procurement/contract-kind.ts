/** How care is bought, or not bought at all (systems.md B3). */
export const contractKinds = [
  'framework',
  'block',
  'spot',
  'mixed',
  'call-off',
  'national-contract',
  'grant',
  'shared-service',
  'in-house',
] as const

export type ContractKind = (typeof contractKinds)[number]

/** How the provider was found. */
export const methods = ['open', 'restricted', 'preferred-provider', 'partnering', 'negotiated', 'direct'] as const

export type Method = (typeof methods)[number]
