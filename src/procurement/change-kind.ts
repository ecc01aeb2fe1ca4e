/** Everything that may be done to a contract; each is a change with its day, reason, document and approver. */
export const changeKinds = [
  'award',
  'variation',
  'extension',
  'option-declined',
  'suspension',
  'resumption',
  'early-end',
  'join',
  'leave',
  'standing',
  'transfer',
  'rates',
  'uplift',
  'import',
] as const

export type ChangeKind = (typeof changeKinds)[number]
