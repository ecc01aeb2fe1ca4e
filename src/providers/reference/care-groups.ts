/** People whose needs are planned together. The key is what plans and budgets share. */
export interface CareGroup {
  readonly key: string
  readonly name: string
  readonly otherNames: readonly string[]
  /** First and last day on which the term is used; without, it always is. */
  readonly validFrom?: string
  readonly validTo?: string
}

/** A set of care groups that one document uses for one purpose, for as long as it held. */
export interface CareGroupSet {
  readonly key: string
  readonly purpose: 'service-statement' | 'plan' | 'budget'
  /** Key of the source that sets it out. */
  readonly source: string
  readonly locus: string
  readonly partnership: string
  /** First day in force, as a calendar date. */
  readonly validFrom: string
  /** Last day in force, or null while it holds. */
  readonly validTo: string | null
  readonly careGroups: readonly string[]
}

/** Care groups of every set below, once each. */
export const careGroups: readonly CareGroup[] = [
  { key: 'older-people', name: 'Older people', otherNames: ['Older adults', 'People aged 65 and over'] },
  { key: 'dementia', name: 'Dementia', otherNames: ['People with dementia'] },
  {
    key: 'learning-disabilities',
    name: 'Learning disabilities',
    otherNames: ['Learning disability', 'Adults – Learning Disabilities'],
  },
  {
    key: 'physical-disabilities',
    name: 'Physical disabilities',
    otherNames: ['Physical disability', 'Adults – Physical Disabilities'],
  },
  {
    key: 'mental-health',
    name: 'Mental health',
    otherNames: ['Mental ill health', 'Adults – Mental Health'],
  },
  {
    key: 'substance-misuse',
    name: 'Substance misuse',
    otherNames: ['Alcohol and drugs', 'Alcohol and Drug Partnership', 'Addictions'],
  },
  { key: 'criminal-justice', name: 'Criminal justice', otherNames: ['Community justice'] },
  { key: 'children-and-families', name: 'Children and families', otherNames: ['Children services'] },
  { key: 'complex-needs', name: 'Complex health and social care needs', otherNames: ['Complex needs'] },
  { key: 'health-improvement', name: 'Health improvement', otherNames: ['Health Improvement Team'] },
  { key: 'primary-care', name: 'Primary care', otherNames: [] },
  { key: 'palliative-care', name: 'Palliative care', otherNames: ['End of life care'] },
  { key: 'unplanned-hospital-care', name: 'Unplanned hospital care', otherNames: ['Unscheduled care'] },
]

/**
 * Which groups each document uses. Groups differ from plan to budget and from year to year:
 * in 2011 dementia and complex needs had plans and no budget line, so the link between a plan
 * and a budget is a shared key, and there may be none. Where a document prints years or months only,
 * the dates are the first and the last day of them.
 */
export const careGroupSets: readonly CareGroupSet[] = [
  {
    key: 'west-lothian-service-statements-2009',
    purpose: 'service-statement',
    source: 'wls-2011',
    locus: 'Health and Social Care Strategic Plans',
    partnership: 'west-lothian',
    validFrom: '2009-01-01',
    validTo: '2012-12-31',
    careGroups: [
      'children-and-families',
      'learning-disabilities',
      'health-improvement',
      'physical-disabilities',
      'criminal-justice',
      'older-people',
      'dementia',
      'mental-health',
    ],
  },
  {
    key: 'west-lothian-plans-2011',
    purpose: 'plan',
    source: 'wls-2011',
    locus: 'Plan',
    partnership: 'west-lothian',
    validFrom: '2011-12-01',
    validTo: '2014-12-31',
    careGroups: [
      'children-and-families',
      'mental-health',
      'learning-disabilities',
      'older-people',
      'dementia',
      'physical-disabilities',
      'substance-misuse',
      'criminal-justice',
      'complex-needs',
    ],
  },
  {
    key: 'west-lothian-budget-2011',
    purpose: 'budget',
    source: 'wls-2011',
    locus: 'Table 3',
    partnership: 'west-lothian',
    validFrom: '2011-04-01',
    validTo: '2012-03-31',
    careGroups: [
      'older-people',
      'physical-disabilities',
      'learning-disabilities',
      'mental-health',
      'substance-misuse',
      'criminal-justice',
      'children-and-families',
    ],
  },
  {
    key: 'west-lothian-plans-2019',
    purpose: 'plan',
    source: 'wlm-2019',
    locus: '§6',
    partnership: 'west-lothian',
    validFrom: '2019-01-01',
    validTo: '2023-12-31',
    careGroups: [
      'older-people',
      'mental-health',
      'learning-disabilities',
      'physical-disabilities',
      'substance-misuse',
      'primary-care',
      'palliative-care',
      'unplanned-hospital-care',
    ],
  },
]
