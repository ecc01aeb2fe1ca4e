import type { Partnership } from '../../core/auth/index.ts'
import type { Regulator } from './regulator.ts'

/** The regulator of a nation's services. */
export const regulatorOf = (nation: Partnership['nation']): Regulator =>
  nation === 'england' ? 'cqc' : 'care-inspectorate'
