import { expect, test } from 'vitest'
import { meantField } from './slip.ts'

const fields = ['id', 'capacity', 'capMinutes', 'minRun', 'book', 'maxShare']

test.each([
  ['minRuns', 'minRun'],
  ['min_run', 'minRun'],
  ['max-share', 'maxShare'],
  ['MaxShare', 'maxShare'],
  ['maxSahre', 'maxShare'],
  ['capMins', 'capMinutes'],
  ['cap', 'capacity'],
  ['boook', 'book'],
  ['minRunMinutes', 'minRun'],
])('%s is taken for %s', (name, meant) => {
  expect(meantField(name, fields)).toBe(meant)
})

test.each(['note', 'name', 'seed', 'i', 'label', 'generator', 'x', '__proto__'])('%s is a name of its own', (name) => {
  expect(meantField(name, fields)).toBeUndefined()
})
