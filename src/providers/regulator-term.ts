import type { IsoDate } from '../core/values/index.ts'
import type { Regulator } from './register/regulator.ts'

/** What a regulator's words say about a service. */
export type TermKind = 'service-type' | 'care-group' | 'sector'

/** What a regulator's words mean in the terms used here, for as long as they did. */
export interface RegulatorTerm {
  readonly regulator: Regulator
  readonly kind: TermKind
  readonly words: string
  /** Words in a second column that narrow the first; '' when none do. */
  readonly qualifier: string
  /** Key of a service type, care group or sector; '' when the words mean none here. */
  readonly termKey: string
  /** First day, or null when it always did. */
  readonly validFrom: IsoDate | null
  /** Last day, or null while it does. */
  readonly validTo: IsoDate | null
}
