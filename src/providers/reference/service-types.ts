/** A kind of care or support that is provided, bought or registered. */
export interface ServiceType {
  readonly key: string
  readonly name: string
  /** Words that contracts and people use for the same thing; dated words are kept so that search finds them. */
  readonly otherNames: readonly string[]
  /** Its size is told in places that are registered. */
  readonly countedInPlaces?: true
  /** People live there. */
  readonly livedIn?: true
  /** First and last day on which the term is used; without, it always is. */
  readonly validFrom?: string
  readonly validTo?: string
}

/** Kinds of service, in the order a list shows them. */
export const serviceTypes: readonly ServiceType[] = [
  {
    key: 'care-at-home',
    name: 'Care at home',
    otherNames: ['Home care', 'Homecare', 'Domiciliary care', 'Domiciliary care service'],
  },
  { key: 'night-support', name: 'Night support at home', otherNames: ['Night time support', 'Overnight care'] },
  { key: 'crisis-support', name: 'Crisis support at home', otherNames: ['Rapid response', 'Crisis care'] },
  { key: 'reablement', name: 'Reablement', otherNames: ['Re-ablement', 'Enablement', 'Short-term support at home'] },
  {
    key: 'intermediate-care-beds',
    name: 'Intermediate care beds',
    otherNames: ['Community beds', 'Step-down beds', 'Rehabilitation beds'],
    countedInPlaces: true,
  },
  {
    key: 'hospital-aftercare',
    name: 'Hospital aftercare',
    otherNames: ['Take home and settle', 'Home from hospital', 'Home First'],
  },
  {
    key: 'care-home-older-people',
    name: 'Care homes for older people',
    otherNames: [
      'Care home for older people',
      'Residential and nursing homes, older adults',
      'Older adults residential care',
    ],
    countedInPlaces: true,
    livedIn: true,
  },
  {
    key: 'care-home-dementia-residential',
    name: 'Residential homes with dementia care',
    otherNames: ['Residential with dementia care', 'EMD', 'EMD residential'],
    countedInPlaces: true,
    livedIn: true,
  },
  {
    key: 'care-home-dementia-nursing',
    name: 'Nursing homes with dementia care',
    otherNames: ['Nursing with dementia care', 'EMI', 'EMI nursing'],
    countedInPlaces: true,
    livedIn: true,
  },
  {
    key: 'care-home-adults',
    name: 'Care homes for adults',
    otherNames: [
      'Care home for adults',
      'Care homes for adults under 65',
      'Adult residential',
      'Adults residential care',
    ],
    countedInPlaces: true,
    livedIn: true,
  },
  {
    key: 'short-breaks',
    name: 'Short breaks',
    otherNames: ['Respite', 'Respite care'],
    countedInPlaces: true,
  },
  {
    key: 'specialist-care-and-support',
    name: 'Specialist care and support for adults with a disability',
    otherNames: ['Specialist care and support', 'Specialist care at home', 'Specialist provider framework'],
  },
  {
    key: 'supported-living',
    name: 'Supported living',
    otherNames: ['Supported living services', 'Supported accommodation'],
    livedIn: true,
  },
  {
    key: 'supported-living-24-hour',
    name: 'Supported living with 24-hour support',
    otherNames: ['Accommodation based supported living', 'Accommodation with support'],
    livedIn: true,
  },
  {
    key: 'housing-support',
    name: 'Housing support',
    otherNames: ['Floating support', 'Sheltered housing support'],
  },
  {
    key: 'extra-care',
    name: 'Extra Care',
    otherNames: ['Extra care housing', 'Housing with care and support'],
    livedIn: true,
  },
  { key: 'shared-lives', name: 'Shared Lives', otherNames: ['Adult placement'], livedIn: true },
  { key: 'homeshare', name: 'Homeshare', otherNames: ['Home Share'] },
  {
    key: 'day-support',
    name: 'Day support',
    otherNames: ['Daytime support', 'Day care', 'Day opportunities', 'Day services'],
    countedInPlaces: true,
  },
  {
    key: 'day-support-older-people',
    name: 'Day services for older people',
    otherNames: ['Day care for older people', 'Day care (older people)'],
    countedInPlaces: true,
  },
  {
    key: 'day-support-adults',
    name: 'Day services for adults with a disability',
    otherNames: ['Day services for adults', 'Adult day services'],
    countedInPlaces: true,
  },
  {
    key: 'telecare',
    name: 'Telecare',
    otherNames: ['Technology enabled care', 'Assistive technology', 'Telehealth', 'Community alarms'],
  },
  { key: 'direct-payment-support', name: 'Direct payment support', otherNames: ['Direct Payment Support Service'] },
  { key: 'personal-assistants', name: 'Personal assistants', otherNames: ['PAs'] },
  {
    key: 'carer-support',
    name: 'Support for unpaid carers',
    otherNames: ['Carers services', 'Carers support', 'Carers centre'],
  },
  {
    key: 'fostering',
    name: 'Fostering and continuing care',
    otherNames: ['Fostering', 'Foster care'],
    livedIn: true,
  },
  {
    key: 'childrens-residential',
    name: 'Children’s residential care',
    otherNames: ['Children’s residential'],
    countedInPlaces: true,
    livedIn: true,
  },
  {
    key: 'secure-care',
    name: 'Secure care',
    otherNames: ['Children’s secure care', 'Secure accommodation'],
    countedInPlaces: true,
    livedIn: true,
  },
  { key: 'nurse-agency', name: 'Nurse agency', otherNames: [] },
  {
    key: 'residential-rehabilitation',
    name: 'Residential rehabilitation',
    otherNames: ['Residential substance misuse treatment'],
    countedInPlaces: true,
    livedIn: true,
  },
  { key: 'hospice', name: 'Hospice care', otherNames: ['Hospice', 'Hospice at home'] },
  {
    key: 'offender-accommodation',
    name: 'Accommodation for people leaving prison',
    otherNames: ['Offender accommodation'],
    countedInPlaces: true,
    livedIn: true,
  },
  {
    key: 'school-care-accommodation',
    name: 'School care accommodation',
    otherNames: ['Residential schools', 'School hostels'],
    countedInPlaces: true,
    livedIn: true,
  },
  { key: 'adoption', name: 'Adoption', otherNames: ['Adoption support'] },
  { key: 'childminding', name: 'Childminding', otherNames: ['Child minding', 'Childminders'], countedInPlaces: true },
  {
    key: 'day-care-of-children',
    name: 'Day care of children',
    otherNames: ['Nurseries', 'Early learning and childcare'],
    countedInPlaces: true,
  },
  { key: 'child-care-agency', name: 'Child care agency', otherNames: [] },
]
