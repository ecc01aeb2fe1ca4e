import type { Partnership } from '../../../core/auth/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { AsAtAsked } from '../as-at.ts'
import type { DocumentMistake, DocumentTyped } from '../forms.ts'
import type { ContractContent } from '../queries/contract-content.ts'

/** What the page of one contract is given. */
export interface ContractPageProps extends ContractContent {
  readonly partnership: Partnership
  readonly asked: AsAtAsked
  readonly problem: string | undefined
  readonly on: IsoDate
  readonly today: IsoDate
  /** What was just done, in a sentence. */
  readonly notice: string | undefined
  readonly mayWrite: boolean
  readonly typed: DocumentTyped
  readonly mistakes: readonly DocumentMistake[]
}
