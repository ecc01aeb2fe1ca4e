/** What a person does for a partnership; rights follow from it. */
export const staffRoles = [
  'commissioner',
  'contracts-officer',
  'care-manager',
  'broker',
  'body-member',
  'adviser',
  'finance-officer',
  'quality-officer',
  'administrator',
] as const

/** What a person does for a provider. */
export const providerRoles = ['provider'] as const

/** What a person does for a partnership or a provider; rights follow from it. */
export type Role = (typeof staffRoles)[number] | (typeof providerRoles)[number]

/** Each role as people say it. */
export const roleNames: Record<Role, string> = {
  commissioner: 'Commissioner',
  'contracts-officer': 'Contracts officer',
  'care-manager': 'Care manager',
  broker: 'Broker',
  'body-member': 'Member of a board or group',
  adviser: 'Adviser',
  'finance-officer': 'Finance officer',
  'quality-officer': 'Quality officer',
  administrator: 'Administrator',
  provider: 'Provider',
}

/** Whether a text names a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(roleNames, text)
