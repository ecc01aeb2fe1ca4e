/** What a care worker must know or be able to do, as codes: never words about somebody. */
export const needCodes = [
  'personal-care',
  'continence',
  'catheter',
  'stoma',
  'skin',
  'medication-prompt',
  'medication-give',
  'meals',
  'swallowing',
  'tube-feeding',
  'moving-handling',
  'hoist',
  'falls',
  'dementia',
  'mental-health',
  'learning-disability',
  'autism',
  'acquired-brain-injury',
  'epilepsy',
  'diabetes',
  'breathing',
  'end-of-life',
  'sight',
  'hearing',
  'communication',
  'sign-language',
  'other-language',
  'woman-carer',
  'man-carer',
  'carer-break',
] as const

export type NeedCode = (typeof needCodes)[number]

/** Each code in words. */
export const needWords: { readonly [code in NeedCode]: string } = {
  'personal-care': 'Personal care',
  continence: 'Continence care',
  catheter: 'Catheter care',
  stoma: 'Stoma care',
  skin: 'Skin care and pressure areas',
  'medication-prompt': 'Medication: reminding',
  'medication-give': 'Medication: giving',
  meals: 'Meals and drinks',
  swallowing: 'Swallowing: changed texture',
  'tube-feeding': 'Tube feeding',
  'moving-handling': 'Moving and handling',
  hoist: 'Hoist',
  falls: 'Risk of falls',
  dementia: 'Dementia',
  'mental-health': 'Mental ill health',
  'learning-disability': 'Learning disability',
  autism: 'Autism',
  'acquired-brain-injury': 'Acquired brain injury',
  epilepsy: 'Epilepsy',
  diabetes: 'Diabetes',
  breathing: 'Breathing: oxygen or ventilator',
  'end-of-life': 'End of life care',
  sight: 'Sight loss',
  hearing: 'Hearing loss',
  communication: 'Speech and communication',
  'sign-language': 'British Sign Language',
  'other-language': 'Another language than English',
  'woman-carer': 'Woman carer asked for',
  'man-carer': 'Man carer asked for',
  'carer-break': 'Break for a family carer',
}

/** Whether a text is one of the codes. */
export const isNeedCode = (text: string): text is NeedCode => needCodes.some((code) => code === text)

/** A code in words; a text that is none, as it is. */
export const needWord = (code: string): string => (isNeedCode(code) ? needWords[code] : code)

/** The codes as a form lists them. */
export const needGroups: readonly { readonly heading: string; readonly codes: readonly NeedCode[] }[] = [
  {
    heading: 'Personal and nursing care',
    codes: [
      ...([
        'personal-care',
        'continence',
        'catheter',
        'stoma',
        'skin',
        'medication-prompt',
        'medication-give',
      ] as const),
      ...(['meals', 'swallowing', 'tube-feeding', 'breathing', 'diabetes', 'end-of-life'] as const),
    ],
  },
  {
    heading: 'Moving and mind',
    codes: [
      ...(['moving-handling', 'hoist', 'falls', 'dementia', 'mental-health', 'learning-disability'] as const),
      ...(['autism', 'acquired-brain-injury', 'epilepsy'] as const),
    ],
  },
  {
    heading: 'Being understood, and who comes',
    codes: [
      ...(['sight', 'hearing', 'communication', 'sign-language', 'other-language'] as const),
      ...(['woman-carer', 'man-carer', 'carer-break'] as const),
    ],
  },
]
