import type { RegulatorTerm } from '../regulator-term.ts'

/** Words, the words that narrow them ('' where none do), and the key of the term they mean ('' where they mean none here). */
type Meaning = readonly [words: string, qualifier: string, termKey: string]

const said = (
  regulator: RegulatorTerm['regulator'],
  kind: RegulatorTerm['kind'],
  validFrom: string,
  meanings: readonly Meaning[],
): RegulatorTerm[] =>
  meanings.map(([words, qualifier, termKey]) => ({
    regulator,
    kind,
    words,
    qualifier,
    termKey,
    validFrom,
    validTo: null,
  }))

/** The Care Inspectorate took over its register on this day. */
const careInspectorate = '2011-04-01'
/** Adult social care in England has been registered with the Care Quality Commission since this day. */
const cqc = '2010-10-01'

/** A kind of service and its subtype: the columns CareService and Subtype. */
const scottishServices: readonly Meaning[] = [
  ['Support Service', 'Care at Home', 'care-at-home'],
  ['Support Service', 'Other than Care at home', 'day-support'],
  ['Care Home Service', 'Older People', 'care-home-older-people'],
  ['Care Home Service', 'Learning Disabilities', 'care-home-adults'],
  ['Care Home Service', 'Mental Health Problems', 'care-home-adults'],
  ['Care Home Service', 'Physical and Sensory Impairment', 'care-home-adults'],
  ['Care Home Service', 'Blood Borne Virus', 'care-home-adults'],
  ['Care Home Service', 'Alcohol & Drug Misuse', 'residential-rehabilitation'],
  ['Care Home Service', 'Respite Care and Short Breaks', 'short-breaks'],
  ['Care Home Service', 'Children & Young People', 'childrens-residential'],
  ['Housing Support Service', '', 'housing-support'],
  ['Adult Placement Service', 'Adult Placement Continuing Care', 'fostering'],
  ['Adult Placement Service', '', 'shared-lives'],
  ['Nurse Agency', '', 'nurse-agency'],
  ['Fostering Service', '', 'fostering'],
  ['Adoption Service', '', 'adoption'],
  ['Secure Accommodation Service', '', 'secure-care'],
  ['School Care Accommodation Service', '', 'school-care-accommodation'],
  ['Offender Accommodation Service', '', 'offender-accommodation'],
  ['Child Minding', '', 'childminding'],
  ['Day Care of Children', '', 'day-care-of-children'],
  ['Child Care Agency', '', 'child-care-agency'],
]

/** Subtypes of care homes, and what a home says it provides for. */
const scottishGroups: readonly Meaning[] = [
  ['Older People', '', 'older-people'],
  ['Older people - frailty', '', 'older-people'],
  ['Older people - dementia', '', 'older-people'],
  ['Older people - dementia', '', 'dementia'],
  ['Learning Disabilities', '', 'learning-disabilities'],
  ['Learning difficulties', '', 'learning-disabilities'],
  ['Physical and Sensory Impairment', '', 'physical-disabilities'],
  ['Physical disability or illness', '', 'physical-disabilities'],
  ['Neurological condition (other than dementia)', '', 'physical-disabilities'],
  ['Acquired brain injury', '', 'physical-disabilities'],
  ['Hearing impairment', '', 'physical-disabilities'],
  ['Visual impairment', '', 'physical-disabilities'],
  ['Mental Health Problems', '', 'mental-health'],
  ['Mental health problems (other than dementia)', '', 'mental-health'],
  ['Alcohol & Drug Misuse', '', 'substance-misuse'],
  ['Alcohol dependency', '', 'substance-misuse'],
  ['Alcohol related brain injury', '', 'substance-misuse'],
  ['Drug dependency', '', 'substance-misuse'],
  ['Korsakoffs syndrome', '', 'substance-misuse'],
  ['Palliative and end of life care', '', 'palliative-care'],
  ['Children & Young People', '', 'children-and-families'],
  ['Autism spectrum disorders', '', ''],
  ['Blood Borne Virus', '', ''],
  ['Blood borne viruses', '', ''],
  ['Respite Care and Short Breaks', '', ''],
]

const scottishSectors: readonly Meaning[] = [
  ['Private', '', 'private'],
  ['Voluntary or Not for Profit', '', 'voluntary'],
  ['Local Authority', '', 'local-authority'],
  ['Health Board', '', 'nhs'],
]

const homesWithAndWithoutNursing = ['Care home service with nursing', 'Care home service without nursing'] as const

/** A column of kinds and one of bands of people. A service may tick several kinds; it counts once, as the first of this list. */
const englishServices: readonly Meaning[] = [
  // Nearly every home ticks several bands: dementia tells a home for older people best, then learning disabilities one for younger adults.
  ...homesWithAndWithoutNursing.map((home): Meaning => [home, 'Dementia', 'care-home-older-people']),
  ...homesWithAndWithoutNursing.map(
    (home): Meaning => [home, 'Learning disabilities or autistic spectrum disorder', 'care-home-adults'],
  ),
  ...homesWithAndWithoutNursing.map((home): Meaning => [home, 'Older People', 'care-home-older-people']),
  ...homesWithAndWithoutNursing.map((home): Meaning => [home, '', 'care-home-adults']),
  ['Residential substance misuse treatment and/or rehabilitation service', '', 'residential-rehabilitation'],
  ['Shared Lives', '', 'shared-lives'],
  ['Domiciliary care service', '', 'care-at-home'],
  ['Supported living service', '', 'supported-living'],
  ['Extra Care housing services', '', 'extra-care'],
  ['Hospice services', '', 'hospice'],
  ['Hospice services at home', '', 'hospice'],
  ['Community health care services - Nurses Agency only', '', 'nurse-agency'],
  ...[
    'Acute services with overnight beds',
    'Acute services without overnight beds / listed acute services with or without overnight beds',
    'Ambulance service',
    'Blood and Transplant service',
    'Community based services for people who misuse substances',
    'Community based services for people with a learning disability',
    'Community based services for people with mental health needs',
    'Community health care services - Independent Midwives',
    'Community healthcare service',
    'Dental service',
    'Diagnostic and/or screening service',
    'Diagnostic and/or screening service - single handed sessional providers',
    'Doctors consultation service',
    'Doctors treatment service',
    'Hospital services for people with mental health needs, learning disabilities and problems with substance misuse',
    'Hyperbaric Chamber',
    'Long term conditions services',
    'Mobile doctors service',
    'Prison Healthcare Services',
    'Rehabilitation services',
    'Remote clinical advice service',
    'Specialist college service',
    'Urgent care services',
  ].map((words): Meaning => [words, '', '']),
]

const englishGroups: readonly Meaning[] = [
  ['Older People', '', 'older-people'],
  ['Dementia', '', 'dementia'],
  ['Learning disabilities or autistic spectrum disorder', '', 'learning-disabilities'],
  ['Physical Disability', '', 'physical-disabilities'],
  ['Sensory Impairment', '', 'physical-disabilities'],
  ['Mental Health', '', 'mental-health'],
  ['People detained under the Mental Health Act', '', 'mental-health'],
  ['People with an eating disorder', '', 'mental-health'],
  ['People who misuse drugs and alcohol', '', 'substance-misuse'],
  ['Children 0-18 years', '', 'children-and-families'],
  ['Younger Adults', '', ''],
  ['Whole Population', '', ''],
]

/** Whether a body is a company, a charity or a council is not in this word; the register tells it elsewhere. */
const englishSectors: readonly Meaning[] = [
  ['Individual', '', 'private'],
  ['Partnership', '', 'private'],
  ['NHS Body', '', 'nhs'],
  ['Organisation', '', ''],
]

/** What each regulator's words mean in the terms used here, first meaning first. A change of words is a new row with its dates, not an edit. */
export const regulatorTerms: readonly RegulatorTerm[] = [
  ...said('care-inspectorate', 'service-type', careInspectorate, scottishServices),
  ...said('care-inspectorate', 'care-group', careInspectorate, scottishGroups),
  ...said('care-inspectorate', 'sector', careInspectorate, scottishSectors),
  ...said('cqc', 'service-type', cqc, englishServices),
  ...said('cqc', 'care-group', cqc, englishGroups),
  ...said('cqc', 'sector', cqc, englishSectors),
]
