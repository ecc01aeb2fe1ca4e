import type { Id } from '../../core/values/index.ts'
import type { Regulator } from '../register/regulator.ts'

/** That an organisation is the provider of a regulator's number. */
export interface Registration {
  readonly id: Id
  readonly organisationId: Id
  readonly regulator: Regulator
  readonly providerNumber: string
}

/** That the law wants a kind of service registered. */
export interface Duty {
  readonly regulator: Regulator
  /** Act and section. */
  readonly source: string
}
