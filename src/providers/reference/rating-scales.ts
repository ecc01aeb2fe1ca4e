/** One grade of a regulator's scale; a higher rank is better. */
export interface RatingGrade {
  readonly value: string
  readonly rank: number
  readonly word: string
}

/** A question or theme that is graded by itself. */
export interface RatingQuestion {
  readonly key: string
  readonly words: string
}

/** A regulator's scale for as long as it held: grades and what they were given for. */
export interface RatingScale {
  readonly key: string
  readonly regulator: string
  readonly nation: 'scotland' | 'england'
  /** First day in force, as a calendar date. */
  readonly validFrom: string
  /** Last day in force, or null while it holds. */
  readonly validTo: string | null
  readonly note: string
  /** Best first. */
  readonly grades: readonly RatingGrade[]
  readonly questions: readonly RatingQuestion[]
}

const sixPoints: readonly RatingGrade[] = [
  { value: '6', rank: 6, word: 'Excellent' },
  { value: '5', rank: 5, word: 'Very good' },
  { value: '4', rank: 4, word: 'Good' },
  { value: '3', rank: 3, word: 'Adequate' },
  { value: '2', rank: 2, word: 'Weak' },
  { value: '1', rank: 1, word: 'Unsatisfactory' },
]

/** Scales of the Care Inspectorate and the Care Quality Commission. A change of scheme is a new row, not an edit. */
export const ratingScales: readonly RatingScale[] = [
  {
    key: 'care-inspectorate-themes',
    regulator: 'Care Inspectorate',
    nation: 'scotland',
    validFrom: '2011-04-01',
    validTo: '2018-06-30',
    note: 'Care homes for older people changed to key questions first, in July 2018; other services followed over several years, so a grade by theme may carry a later date.',
    grades: sixPoints,
    questions: [
      { key: 'care-and-support', words: 'Quality of care and support' },
      { key: 'environment', words: 'Quality of the environment' },
      { key: 'staffing', words: 'Quality of staffing' },
      { key: 'management-and-leadership', words: 'Quality of management and leadership' },
    ],
  },
  {
    key: 'care-inspectorate-key-questions',
    regulator: 'Care Inspectorate',
    nation: 'scotland',
    validFrom: '2018-07-01',
    validTo: null,
    note: 'A service is graded only on the questions that an inspection looked at. Setting is not graded for care at home; care, play and learning only for services to children.',
    grades: sixPoints,
    questions: [
      { key: 'wellbeing', words: 'How well do we support people’s wellbeing?' },
      { key: 'leadership', words: 'How good is our leadership?' },
      { key: 'staff-team', words: 'How good is our staff team?' },
      { key: 'setting', words: 'How good is our setting?' },
      { key: 'care-and-support-planning', words: 'How well is our care and support planned?' },
      { key: 'care-play-and-learning', words: 'How good is our care, play and learning?' },
    ],
  },
  {
    key: 'cqc-ratings',
    regulator: 'Care Quality Commission',
    nation: 'england',
    validFrom: '2014-10-01',
    validTo: null,
    note: 'Adult social care. The ways of scoring beneath the four ratings have changed within this time; the ratings and the five questions have not.',
    grades: [
      { value: 'Outstanding', rank: 4, word: 'Outstanding' },
      { value: 'Good', rank: 3, word: 'Good' },
      { value: 'Requires improvement', rank: 2, word: 'Requires improvement' },
      { value: 'Inadequate', rank: 1, word: 'Inadequate' },
    ],
    questions: [
      { key: 'safe', words: 'Is it safe?' },
      { key: 'effective', words: 'Is it effective?' },
      { key: 'caring', words: 'Is it caring?' },
      { key: 'responsive', words: 'Is it responsive?' },
      { key: 'well-led', words: 'Is it well-led?' },
    ],
  },
]
