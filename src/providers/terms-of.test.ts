import { expect, test } from 'vitest'
import { careGroups } from './reference/care-groups.ts'
import { regulatorTerms } from './reference/regulator-terms.ts'
import { serviceTypes } from './reference/service-types.ts'
import { sectors } from './register/regulator.ts'
import { termsOf } from './terms-of.ts'

const scotland = termsOf(regulatorTerms.filter((term) => term.regulator === 'care-inspectorate'))
const england = termsOf(regulatorTerms.filter((term) => term.regulator === 'cqc'))

test.each([
  ['Care Home Service', 'Older People', 'care-home-older-people'],
  ['CARE HOME SERVICE', 'Alcohol and drug misuse', 'residential-rehabilitation'],
  ['Support Service', 'Other than Care at home', 'day-support'],
  ['Adult Placement Service', '', 'shared-lives'],
  ['Adult Placement Service', 'Adult Placement Continuing Care', 'fostering'],
  ['Housing Support Service', '', 'housing-support'],
])('the Care Inspectorate’s “%s”, “%s” is %s', (service, subtype, key) =>
  expect(scotland.serviceType([service], [subtype])).toBe(key),
)

test('a care home of a subtype never seen is told apart from words that mean no service here', () => {
  expect(scotland.serviceType(['Care Home Service'], ['Something new'])).toBeUndefined()
  expect(england.serviceType(['Dental service'], ['Whole Population'])).toBeNull()
})

test('an English service of several kinds counts as the first of the list, and its bands tell whose home it is', () => {
  const nursing = 'Care home service with nursing'
  const learning = 'Learning disabilities or autistic spectrum disorder'
  expect(england.serviceType(['Domiciliary care service', nursing], ['Older People'])).toBe('care-home-older-people')
  expect(england.serviceType([nursing], ['Older People', learning])).toBe('care-home-adults')
  expect(england.serviceType([nursing], ['Dementia', learning])).toBe('care-home-older-people')
  expect(england.serviceType([nursing], [])).toBe('care-home-adults')
  expect(england.serviceType(['Supported living service', 'Domiciliary care service'], [])).toBe('care-at-home')
})

test('a word may mean two care groups, and one that means none gives nothing', () => {
  expect(scotland.careGroups(['Older People', 'Older people - dementia', 'Autism spectrum disorders', ''])).toEqual([
    'older-people',
    'dementia',
  ])
})

test('an owner is one of five sectors, is known not to tell, or was never seen', () => {
  expect(scotland.sector('Voluntary or Not for Profit')).toBe('voluntary')
  expect(england.sector('Organisation')).toBeNull()
  expect(england.sector('A new word')).toBeUndefined()
})

test('every meaning names a term that there is, once, and no later day before the first', () => {
  const known = {
    'service-type': serviceTypes.map(({ key }) => key),
    'care-group': careGroups.map(({ key }) => key),
    sector: [...sectors],
  } satisfies Record<string, readonly string[]>
  for (const { kind, termKey, words, validFrom, validTo } of regulatorTerms) {
    if (termKey) expect<readonly string[]>(known[kind], words).toContain(termKey)
    expect(validFrom === null || validTo === null || validFrom <= validTo, words).toBe(true)
  }
  const rows = regulatorTerms.map(({ validTo: _, ...row }) => JSON.stringify(row))
  expect(new Set(rows).size).toBe(rows.length)
})
