/** The reasons for which the UK General Data Protection Regulation lets personal data be used: article 6(1), a to f. */
export const lawfulBases = {
  consent: { name: 'Consent', article: '6(1)(a)', meaning: 'you agreed to it, and can withdraw that at any time' },
  contract: { name: 'Contract', article: '6(1)(b)', meaning: 'it is needed for a contract with you' },
  'legal-obligation': { name: 'Legal obligation', article: '6(1)(c)', meaning: 'the law requires it' },
  'vital-interests': { name: 'Vital interests', article: '6(1)(d)', meaning: 'it is needed to protect a life' },
  'public-task': { name: 'Public task', article: '6(1)(e)', meaning: 'it is needed for a task that the law gives us' },
  'legitimate-interests': {
    name: 'Legitimate interests',
    article: '6(1)(f)',
    meaning: 'it is needed for an interest that yours do not outweigh',
  },
} as const

/** One of those reasons. */
export type LawfulBasis = keyof typeof lawfulBases

/** Whether a text names a lawful basis. */
export const isLawfulBasis = (text: string): text is LawfulBasis => Object.hasOwn(lawfulBases, text)
