import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, type Succession, successionProblem, type ToldSuccession } from './succession.ts'

const told: ToldSuccession = {
  number: 'CS2',
  earlierNumber: 'CS1',
  on: '2025-03-31',
  today: '2026-11-22',
  later: { number: 'CS2', begun: '2025-03-31' },
  earlier: { number: 'CS1', begun: '2011-04-01' },
  standing: [],
}

test('a service may go on under a number that began later', () => {
  expect(successionProblem(told)).toBeUndefined()
})

test.each<[string, Partial<ToldSuccession>, string, string]>([
  ['from itself', { earlierNumber: 'CS2' }, 'number', 'the two numbers are the same'],
  ['from a number nobody knows', { earlier: undefined }, 'earlierNumber', 'the number CS1'],
  ['as a number nobody knows', { later: undefined }, 'number', 'the number CS2'],
  ['twice', { standing: [{ number: 'CS2', earlierNumber: 'CS1' }] }, 'number', 'told already'],
  ['the wrong way round', { later: { number: 'CS2', begun: '2002-04-01' } }, 'number', 'the wrong way round'],
  ['before it began', { on: '2010-01-01' }, 'on', 'began only on 1 April 2011'],
  ['in days to come', { on: '2026-11-23' }, 'on', 'still to come'],
])('a service can’t go on %s', (_, over, field, words) => {
  const problem = successionProblem({ ...told, ...over })
  expect(problem?.field).toBe(field)
  expect(problem?.sentence).toContain(words)
})

test('a circle over several numbers is refused', () => {
  const standing = [
    { number: 'CS3', earlierNumber: 'CS2' },
    { number: 'CS1', earlierNumber: 'CS3' },
  ]
  expect(successionProblem({ ...told, standing })?.sentence).toContain('CS1 already goes on from CS2')
})

test('a line is followed both ways, over mergers and splits', () => {
  const standing = [
    { number: 'C', earlierNumber: 'A' },
    { number: 'C', earlierNumber: 'B' },
    { number: 'D', earlierNumber: 'C' },
    { number: 'E', earlierNumber: 'C' },
    { number: 'Z', earlierNumber: 'Y' },
  ]
  expect(lineOf(standing, 'C')).toEqual({ earlier: ['A', 'B'], later: ['D', 'E'] })
  expect(lineOf(standing, 'D')).toEqual({ earlier: ['C', 'A', 'B'], later: [] })
})

test('whatever is told one after another, no number ever comes before itself', () => {
  const number = fc.constantFrom(...'ABCDEF')
  fc.assert(
    fc.property(fc.array(fc.record<Succession>({ number, earlierNumber: number }), { maxLength: 30 }), (all) => {
      const standing: Succession[] = []
      for (const one of all) {
        const begun = '2011-04-01'
        const known = { later: { number: one.number, begun }, earlier: { number: one.earlierNumber, begun } }
        if (!successionProblem({ ...told, ...one, ...known, standing })) standing.push(one)
      }
      for (const { number } of standing) {
        const { earlier, later } = lineOf(standing, number)
        expect(earlier.filter((one) => later.includes(one))).toEqual([])
      }
    }),
  )
})
