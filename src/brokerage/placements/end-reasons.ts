/** Why care that began comes to an end: a closed list, because these are counted. */
export const endReasons = [
  'died',
  'care-home',
  'hospital',
  'moved-away',
  'needs-met',
  'direct-payment',
  'own-choice',
  'other',
] as const

export type EndReason = (typeof endReasons)[number]

/** Why care is not needed any more before it began. */
export const withdrawReasons = [
  'died',
  'care-home',
  'hospital',
  'moved-away',
  'family',
  'direct-payment',
  'own-choice',
  'asked-by-mistake',
  'other',
] as const

export type WithdrawReason = (typeof withdrawReasons)[number]

/** Why another provider takes care over. */
export const transferReasons = ['merger', 'provider-closes', 'own-choice', 'quality', 'round', 'other'] as const

export type TransferReason = (typeof transferReasons)[number]

/** Why a start that was agreed moves to a later day. */
export const laterReasons = ['hospital', 'own-choice', 'provider-cannot-start', 'home-not-ready', 'other'] as const

export type LaterReason = (typeof laterReasons)[number]

/** Why care goes on for longer than was planned. */
export const laterEndReasons = ['nobody-found', 'needs-go-on', 'own-choice', 'other-starts-later', 'other'] as const

export type LaterEndReason = (typeof laterEndReasons)[number]

/** Why a placement that was agreed does not begin. */
export const cancelReasons = ['own-choice', 'provider-cannot-start', 'agreed-by-mistake', 'other'] as const

export type CancelReason = (typeof cancelReasons)[number]
