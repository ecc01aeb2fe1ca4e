/** A kind of care or support that is provided, bought or registered. */
export interface ServiceType {
  readonly key: string
  readonly name: string
  /** Words that registers, contracts and people use for the same thing; dated words are kept so that search finds them. */
  readonly otherNames: readonly string[]
}

/** Kinds of service, in the order a list shows them. */
export const serviceTypes: readonly ServiceType[] = [
  {
    key: 'care-at-home',
    name: 'Care at home',
    otherNames: [
      'Home care',
      'Homecare',
      'Domiciliary care',
      'Support Service – Care at Home',
      'Domiciliary care service',
    ],
  },
  { key: 'night-support', name: 'Night support at home', otherNames: ['Night time support', 'Overnight care'] },
  { key: 'crisis-support', name: 'Crisis support at home', otherNames: ['Rapid response', 'Crisis care'] },
  { key: 'reablement', name: 'Reablement', otherNames: ['Re-ablement', 'Enablement', 'Short-term support at home'] },
  {
    key: 'intermediate-care-beds',
    name: 'Intermediate care beds',
    otherNames: ['Community beds', 'Step-down beds', 'Rehabilitation beds'],
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
      'Care Home Service – Older People',
    ],
  },
  {
    key: 'care-home-dementia-residential',
    name: 'Residential homes with dementia care',
    otherNames: ['Residential with dementia care', 'EMD', 'EMD residential'],
  },
  {
    key: 'care-home-dementia-nursing',
    name: 'Nursing homes with dementia care',
    otherNames: ['Nursing with dementia care', 'EMI', 'EMI nursing'],
  },
  {
    key: 'care-home-adults',
    name: 'Care homes for adults',
    otherNames: [
      'Care home for adults',
      'Care homes for adults under 65',
      'Adult residential',
      'Adults residential care',
      'Care Home Service – Learning Disabilities',
      'Care Home Service – Mental Health Problems',
      'Care Home Service – Physical and Sensory Impairment',
    ],
  },
  {
    key: 'short-breaks',
    name: 'Short breaks',
    otherNames: ['Respite', 'Respite care', 'Care Home Service – Respite Care and Short Breaks'],
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
  },
  {
    key: 'supported-living-24-hour',
    name: 'Supported living with 24-hour support',
    otherNames: ['Accommodation based supported living', 'Accommodation with support'],
  },
  {
    key: 'housing-support',
    name: 'Housing support',
    otherNames: ['Floating support', 'Sheltered housing support', 'Housing Support Service'],
  },
  { key: 'extra-care', name: 'Extra Care', otherNames: ['Extra care housing', 'Housing with care and support'] },
  { key: 'shared-lives', name: 'Shared Lives', otherNames: ['Adult placement', 'Adult Placement Service'] },
  { key: 'homeshare', name: 'Homeshare', otherNames: ['Home Share'] },
  {
    key: 'day-support',
    name: 'Day support',
    otherNames: [
      'Daytime support',
      'Day care',
      'Day opportunities',
      'Day services',
      'Support Service – Other than Care at home',
    ],
  },
  {
    key: 'day-support-older-people',
    name: 'Day services for older people',
    otherNames: ['Day care for older people', 'Day care (older people)'],
  },
  {
    key: 'day-support-adults',
    name: 'Day services for adults with a disability',
    otherNames: ['Day services for adults', 'Adult day services'],
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
    otherNames: ['Fostering', 'Foster care', 'Adult Placement Continuing Care'],
  },
  {
    key: 'childrens-residential',
    name: 'Children’s residential care',
    otherNames: ["Children's residential", 'Children’s residential', 'Care Home Service – Children & Young People'],
  },
  { key: 'secure-care', name: 'Secure care', otherNames: ["Children's secure care", 'Secure accommodation'] },
  { key: 'nurse-agency', name: 'Nurse agency', otherNames: [] },
]
