/** What a provider is in a lot: who is asked first, who steps in, one of equals, or one beside the contract. */
export const roles = ['lead', 'fallback', 'framework', 'additional'] as const

export type Role = (typeof roles)[number]

/** Whether a provider can be asked: not while suspended, after leaving, or before it was found in the regulator's register. */
export type StandingState = 'active' | 'suspended' | 'left' | 'unconfirmed'
