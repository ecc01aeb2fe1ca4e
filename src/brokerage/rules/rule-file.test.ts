import { expect, test } from 'vitest'
import { readRuleFile } from './rule-file.ts'

const step = { pool: 'lead', windowMinutes: 180 }
const rule = {
  name: 'Example lots',
  service: 'care-at-home',
  from: '2026-04-01',
  reason: 'Example specification, section 4',
  clock: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  steps: [step],
}
const read = (file: unknown) => readRuleFile('rules.json', JSON.stringify(file))

test('one rule, a list and a list under “rules” are read; what is left out is plain', () => {
  const expected = {
    number: 1,
    rule: {
      contract: null,
      hours: rule.clock,
      steps: [
        {
          pool: { kind: 'lead' },
          order: 'rank',
          mode: 'one-after-another',
          window: 180,
          priceCap: null,
          lowestGrade: null,
          distance: null,
          shortTermMonths: null,
          approvalAbove: null,
        },
      ],
    },
  }
  for (const file of [rule, [rule], { rules: [rule] }]) expect(read(file)).toMatchObject([expected])
  expect(read({ ...rule, steps: [{ ...step, pool: 'tier', ranks: [1, 10] }] })).toMatchObject([
    { rule: { steps: [{ pool: { kind: 'tier', fromRank: 1, toRank: 10 } }] } },
  ])
})

test('a rule that could never end or asks nobody is refused in a sentence, the others are read', () => {
  const endless = { ...rule, steps: [step, { ...step, windowMinutes: 0 }] }
  expect(read([endless, rule, { ...rule, steps: [{ ...step, pool: 'tier' }] }])).toMatchObject([
    { number: 1, problems: [{ reason: 'Step 2: it has no time to answer. A round would wait for ever.' }] },
    { number: 2, rule: { name: 'Example lots' } },
    { number: 3, problems: [{ at: 'tier' }] },
  ])
})

test('a step that says where to go back to is refused, for a rule has no way back', () => {
  expect(read({ ...rule, steps: [{ ...step, goTo: 1 }] })).toMatchObject([
    { number: 1, problems: [{ at: 'steps, 1', reason: expect.stringContaining('goTo') }] },
  ])
})

test('what is no JSON, or has no rule, is said of the whole file', () => {
  expect(readRuleFile('rules.json', '{')).toBe('rules.json is no JSON.')
  expect(readRuleFile('rules.json', '[]')).toBe('rules.json has no rule in it.')
  expect(readRuleFile('rules.json', 'null')).toMatchObject([{ number: 1, problems: [{ at: null }] }])
})
