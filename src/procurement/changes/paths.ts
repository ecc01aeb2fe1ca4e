import type { Id } from '../../core/values/index.ts'
import { contractPath, contractsPath } from '../register/paths.ts'
import type { FormKind } from './forms/form-kind.ts'

/** Where a contract is begun, and the drafts begun before. */
export const newContractPath = (slug: string): string => `${contractsPath(slug)}/new`

/** What is done and still to do of one draft. */
export const draftPath = (slug: string, reference: string): string =>
  `${newContractPath(slug)}/${encodeURIComponent(reference)}`

/** What a draft says of the contract: its kind, days and options. */
export const draftDetailsPath = (slug: string, reference: string): string => `${draftPath(slug, reference)}/details`

/** One lot of a draft with its providers; a new one when none is named. */
export const draftLotPath = (slug: string, reference: string, lot: Id | 'new'): string =>
  `${draftPath(slug, reference)}/lots/${lot}`

/** Where a draft gets one lot for each of several areas. */
export const draftLotsPath = (slug: string, reference: string): string => `${draftPath(slug, reference)}/lots`

/** The price list of one lot of a draft. */
export const draftPricesPath = (slug: string, reference: string, lot: Id): string =>
  `${draftPath(slug, reference)}/prices/${lot}`

/** A draft as a whole, and its award. */
export const draftCheckPath = (slug: string, reference: string): string => `${draftPath(slug, reference)}/check`

/** Where a draft is given up. */
export const draftDropPath = (slug: string, reference: string): string => `${draftPath(slug, reference)}/drop`

/** What can be done to a contract. */
export const changePath = (slug: string, reference: string): string => `${contractPath(slug, reference)}/change`

/** What a change is about, where its form is to open with that chosen. */
export interface ChangeSubject {
  readonly option?: Id | undefined
  /** Of a provider in a lot. */
  readonly place?: Id | undefined
  readonly lot?: Id | undefined
  /** The organisation that hands over. */
  readonly from?: Id | undefined
  /** A change whose answers the form is to begin with. */
  readonly like?: Id | undefined
}

/** The form for one kind of change. */
export function changeFormPath(slug: string, reference: string, kind: FormKind, subject: ChangeSubject = {}): string {
  const about = Object.entries(subject).filter((one): one is [string, string] => one[1] !== undefined)
  const query = new URLSearchParams(about).toString()
  return `${changePath(slug, reference)}/${kind}${query && `?${query}`}`
}

/** Changes that wait for somebody who may approve them. */
export const waitingPath = (slug: string): string => `${contractsPath(slug)}/changes`

/** One change, whatever became of it. */
export const changeDetailPath = (slug: string, id: Id): string => `${waitingPath(slug)}/${id}`
