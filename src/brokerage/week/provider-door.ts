import type { Id } from '../../core/values/index.ts'
import type { Answer } from '../offers/answer.ts'
import type { SeenOffer } from './temper.ts'

/** An offer as its provider names it. */
export interface AskedProvider {
  readonly organisationId: Id
  readonly offerId: Id
  readonly reference: string
  readonly at: Date
}

/** How invented providers come to their offers: through the interface that programs of real ones use. */
export interface ProviderDoor {
  /** What is told of an offer; undefined when it can't be answered any more. */
  see(asked: AskedProvider): Promise<SeenOffer | undefined>
  /** Whether the answer was taken; the sentence when not. */
  answer(asked: AskedProvider, answer: Answer): Promise<{ taken: true } | { taken: false; sentence: string }>
}
