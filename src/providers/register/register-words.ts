import type { ProviderSize, Regulator, Sector } from './regulator.ts'

/** Each regulator's name. */
export const regulatorNames: Readonly<Record<Regulator, string>> = {
  'care-inspectorate': 'Care Inspectorate',
  cqc: 'Care Quality Commission',
}

/** Each sector as people read it. */
export const sectorWords: Readonly<Record<Sector, string>> = {
  private: 'Private',
  voluntary: 'Voluntary or not for profit',
  'local-authority': 'Council',
  nhs: 'NHS',
  other: 'Other',
}

/** How large providers are, by the services they run. */
export const providerSizeWords: Readonly<Record<ProviderSize, string>> = {
  single: 'One service',
  small: '2 to 5 services',
  medium: '6 to 20 services',
  large: 'More than 20 services',
}
