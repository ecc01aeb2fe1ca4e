/** The kinds of change that have a form here; an award has pages of its own, and prices theirs. */
export const formKinds = [
  'extension',
  'option-declined',
  'variation',
  'join',
  'leave',
  'standing',
  'transfer',
  'suspension',
  'resumption',
  'early-end',
] as const

export type FormKind = (typeof formKinds)[number]

/** Whether a part of an address names a form. */
export const isFormKind = (text: string): text is FormKind => (formKinds as readonly string[]).includes(text)
