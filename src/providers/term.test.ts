import { expect, test } from 'vitest'
import { careGroups } from './reference/care-groups.ts'
import { serviceTypes } from './reference/service-types.ts'
import { termNamed } from './term.ts'

test.each([
  ['Older People', 'older-people'],
  ['Adults - Physical Disabilities', 'physical-disabilities'],
  ['ADULTS – MENTAL HEALTH', 'mental-health'],
  ['Children & Families', 'children-and-families'],
  ['criminal-justice', 'criminal-justice'],
  ['Housing', undefined],
])('the care group “%s” is %s', (words, key) => expect(termNamed(careGroups)(words)?.key).toBe(key))

test('every key, name and other name of a term finds that term', () => {
  for (const terms of [careGroups, serviceTypes]) {
    for (const term of terms) {
      for (const words of [term.key, term.name, ...term.otherNames]) expect(termNamed(terms)(words), words).toBe(term)
    }
  }
})
