import type { IsoDate } from '../../core/values/index.ts'
import type { ContractDetail } from '../contract.ts'

/** A contract as a row of a file tells it, in the file's own terms: what a repeated file is compared by. */
export interface ContractOfFile {
  readonly line: number
  /** The partnership's own; '' where the file gives none. */
  readonly reference: string
  readonly detail: ContractDetail
  /** Null where the file does not say. */
  readonly start: IsoDate | null
  /** The first day after the first term; null while there is no end. */
  readonly until: IsoDate | null
  /** Rights to extend, in months, one after the other. */
  readonly options: readonly number[]
  readonly decideBy: IsoDate | null
  /** The first day after all that is agreed, where the contract was extended. */
  readonly extendedUntil: IsoDate | null
  /** The cell as it stands. */
  readonly suppliers: string
  /** Reference of the contract that it follows; '' for none. */
  readonly follows: string
  readonly source: { readonly key: string; readonly locus: string; readonly movedYears: number } | null
  readonly published: boolean
}

/** By what a row is known again: its reference, or else its title and first day. */
export const contractKey = ({ reference, detail, start }: ContractOfFile): string =>
  reference === '' ? JSON.stringify([detail.title.toLowerCase(), start]) : reference.toLowerCase()
