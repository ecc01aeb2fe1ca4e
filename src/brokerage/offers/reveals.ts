import type { Offer } from '../offer.ts'

/** What is told beyond the offer itself: after interest, and after acceptance. */
export type RevealStage = 'pen-picture' | 'person'

/** Who somebody is. */
interface PersonDetail {
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly contacts: string
  readonly risks: string
}

/** The words of a stage; a person is told only to whoever accepted. */
export function contentOf(
  stage: RevealStage,
  {
    state,
    penPicture,
    person,
  }: { readonly state: Offer['state']; readonly penPicture: string; readonly person: PersonDetail | undefined },
): Record<string, string> {
  if (stage === 'pen-picture') return { penPicture }
  if (!isAccepted(state)) throw new Error('Who a person is is told after acceptance only.')
  if (!person) throw new Error('Nothing is kept of who the person is.')
  return { ...person }
}

/** Whether an offer ended with a placement. */
export const isAccepted = (state: Offer['state']): boolean => state === 'accepted' || state === 'part-accepted'
