import type { Regulator } from '../register/regulator.ts'

/** That the law wants whoever provides these kinds of service to be registered. */
export interface RegistrationDuties {
  readonly nation: 'scotland' | 'england'
  readonly regulator: Regulator
  /** First day of the duty. */
  readonly validFrom: string
  readonly source: string
  readonly serviceTypes: readonly string[]
}

const careHomes = [
  'care-home-older-people',
  'care-home-dementia-residential',
  'care-home-dementia-nursing',
  'care-home-adults',
  'residential-rehabilitation',
] as const

const personalCare = [
  'care-at-home',
  'night-support',
  'crisis-support',
  'reablement',
  'specialist-care-and-support',
  'supported-living',
  'supported-living-24-hour',
  'extra-care',
  'shared-lives',
] as const

/**
 * Duties to register, by nation.
 * Left out: what may be given in several ways (short breaks, intermediate care beds), and what is registered with
 * regulators whose registers are not read here (hospices in Scotland, children's services in England).
 */
export const registrationDuties: readonly RegistrationDuties[] = [
  {
    nation: 'scotland',
    regulator: 'care-inspectorate',
    validFrom: '2011-04-01',
    source: 'Public Services Reform (Scotland) Act 2010, section 59',
    serviceTypes: [
      ...careHomes,
      ...personalCare,
      'housing-support',
      'day-support',
      'day-support-older-people',
      'day-support-adults',
      'fostering',
      'childrens-residential',
      'secure-care',
      'nurse-agency',
      'offender-accommodation',
      'school-care-accommodation',
      'adoption',
      'childminding',
      'day-care-of-children',
      'child-care-agency',
    ],
  },
  {
    nation: 'england',
    regulator: 'cqc',
    validFrom: '2010-10-01',
    source: 'Health and Social Care Act 2008, section 10',
    serviceTypes: [...careHomes, ...personalCare, 'hospice'],
  },
]
