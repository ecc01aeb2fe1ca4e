import { expect, test } from 'vitest'
import { careGroupSets, careGroups } from './care-groups.ts'
import { ratingScales } from './rating-scales.ts'
import { serviceTypes } from './service-types.ts'

const spellings = (list: readonly { name: string; otherNames: readonly string[] }[]) =>
  list.flatMap((item) => [...new Set([item.name, ...item.otherNames].map((name) => name.toLowerCase()))])

test('no care group or service type shares a key or a spelling with another', () => {
  for (const list of [careGroups, serviceTypes]) {
    expect(new Set(list.map((item) => item.key)).size).toBe(list.length)
    expect(new Set(spellings(list)).size).toBe(spellings(list).length)
  }
})

test('every set names known care groups once each and ends after it starts', () => {
  const known = new Set(careGroups.map((group) => group.key))
  for (const set of careGroupSets) {
    expect(
      set.careGroups.filter((key) => !known.has(key)),
      set.key,
    ).toEqual([])
    expect(new Set(set.careGroups).size, set.key).toBe(set.careGroups.length)
    expect(set.validTo === null || set.validFrom < set.validTo, set.key).toBe(true)
  }
})

test('in 2011 dementia and complex needs have a plan and no budget line', () => {
  const groupsOf = (key: string) => careGroupSets.find((set) => set.key === key)?.careGroups ?? []
  const budgeted = groupsOf('west-lothian-budget-2011')
  expect(groupsOf('west-lothian-plans-2011').filter((key) => !budgeted.includes(key))).toEqual([
    'dementia',
    'complex-needs',
  ])
})

test('grades run from best to worst, and scales of one regulator do not overlap', () => {
  for (const scale of ratingScales) {
    const ranks = scale.grades.map((grade) => grade.rank)
    expect(ranks, scale.key).toEqual([...ranks].sort((a, b) => b - a))
    for (const other of ratingScales) {
      if (other === scale || other.regulator !== scale.regulator) continue
      const apart = (scale.validTo ?? '9999') < other.validFrom || (other.validTo ?? '9999') < scale.validFrom
      expect(apart, `${scale.key} and ${other.key}`).toBe(true)
    }
  }
})
