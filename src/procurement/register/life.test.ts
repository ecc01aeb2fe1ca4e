import { expect, test } from 'vitest'
import type { ExtensionOption, TermPiece } from '../contract.ts'
import { lifeOf } from './life.ts'

const piece = (from: string, until: string | null, state: TermPiece['state'] = 'agreed'): TermPiece => ({
  from,
  until,
  state,
  origin: 'initial',
  optionId: null,
})
const option = (from: string, until: string, decision: ExtensionOption['decision'] = 'open'): ExtensionOption => ({
  id: from,
  position: 1,
  from,
  until,
  decideBy: null,
  decision,
  decidedOn: decision === 'open' ? null : from,
})
const at = (on: string, terms: readonly TermPiece[], options: readonly ExtensionOption[] = []) =>
  lifeOf({ terms, options }, on)

test('the first day is in force and the day after the last is not', () => {
  const terms = [piece('2026-04-01', '2028-04-01')]
  expect(at('2026-03-31', terms).state).toBe('to-come')
  expect(at('2026-04-01', terms).state).toBe('in-force')
  expect(at('2028-03-31', terms).state).toBe('in-force')
  expect(at('2028-04-01', terms).state).toBe('ended')
})

test('an end is told as the last day, and the latest end counts options that are still open only', () => {
  const options = [option('2028-04-01', '2029-04-01'), option('2029-04-01', '2030-04-01', 'declined')]
  expect(at('2027-01-01', [piece('2026-04-01', '2028-04-01')], options)).toMatchObject({
    begins: '2026-04-01',
    ends: '2028-03-31',
    latestEnd: '2029-03-31',
  })
})

test('what was ended early is over on that day, whatever was agreed', () => {
  const terms = [piece('2026-04-01', '2027-01-01'), piece('2027-01-01', '2028-04-01', 'ended')]
  expect(at('2027-06-01', terms)).toMatchObject({ state: 'ended', ends: '2026-12-31' })
})

test('a contract that rests is suspended, and has no end while none is agreed', () => {
  const terms = [piece('2026-04-01', '2027-01-01'), piece('2027-01-01', null, 'suspended')]
  expect(at('2027-06-01', terms)).toMatchObject({ state: 'suspended', ends: undefined })
})

test('nothing agreed is nothing begun', () => {
  expect(at('2027-06-01', [])).toEqual({ state: 'ended', begins: undefined, ends: undefined, latestEnd: undefined })
})
