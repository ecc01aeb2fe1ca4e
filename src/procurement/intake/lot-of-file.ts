import type { IsoDate } from '../../core/values/index.ts'
import type { Role, StandingState } from '../standing.ts'

/** A provider's place in a lot, as a row of a file tells it; the lot is told with it. */
export interface PlaceOfFile {
  readonly line: number
  /** Reference of the contract. */
  readonly contract: string
  readonly lot: string
  readonly name: string
  readonly service: string | null
  /** Codes of areas, as the file orders them; none for the whole of the partnership. */
  readonly areas: readonly string[]
  readonly needsLead: boolean
  /** '' for a lot that nobody holds. */
  readonly provider: string
  readonly providerNumber: string
  readonly role: Role
  readonly rank: number | null
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly state: Extract<StandingState, 'active' | 'suspended' | 'left'>
}

/** By what a row is known again. */
export const placeKey = ({ contract, lot, provider, providerNumber, from }: PlaceOfFile): string =>
  JSON.stringify([contract, lot, provider, providerNumber].map((text) => text.toLowerCase()).concat(from ?? ''))
