/** In force, resting for a time, or over before its day. */
export type TermState = 'agreed' | 'suspended' | 'ended'

/** Whether days were agreed at the award, by an option of the contract, or by varying it. */
export type TermOrigin = 'initial' | 'extension' | 'variation'
