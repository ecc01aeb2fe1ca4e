/** Why somebody is erased: a closed list, since words could say more than is to be kept. */
export const eraseReasons = ['kept-long-enough', 'asked', 'entered-by-mistake'] as const

export type EraseReason = (typeof eraseReasons)[number]

export const eraseReasonWords: { readonly [reason in EraseReason]: string } = {
  'kept-long-enough': 'It has been kept for as long as the retention schedule says',
  asked: 'The person asked, and nothing obliges the partnership to keep it',
  'entered-by-mistake': 'The person was entered by mistake',
}

/** Whether a text is one of the reasons. */
export const isEraseReason = (text: string): text is EraseReason => eraseReasons.some((reason) => reason === text)
