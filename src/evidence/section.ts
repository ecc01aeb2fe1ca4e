/** The sections of a market position statement, in their order; each indicator belongs to one. */
export const sections = [
  'about',
  'messages',
  'population',
  'demand',
  'supply',
  'gaps',
  'finance',
  'workforce',
  'pressures',
] as const
export type Section = (typeof sections)[number]
