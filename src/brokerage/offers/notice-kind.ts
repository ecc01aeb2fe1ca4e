/** What a provider's people are told by mail. */
export type ProviderNotice =
  | 'offer-sent'
  | 'offer-reminder'
  | 'question-answered'
  | 'proposal-declined'
  | 'offer-withdrawn'
  | 'offer-taken'
  | 'placement-agreed'

/** What the partnership's own people are told by mail: those who place care, or who approve prices. */
export type PartnershipNotice =
  | 'question-asked'
  | 'proposal-made'
  | 'nobody-left'
  | 'approval-asked'
  | 'still-waiting'
  | 'approval-still-waiting'

/** What anybody is told by mail. */
export type NoticeKind = ProviderNotice | PartnershipNotice
