import { expect, test } from 'vitest'
import {
  isOver,
  isStuck,
  type RunAction,
  type RunState,
  runStates,
  stateAfter,
  stepFrom,
  stuckAfter,
} from './run-state.ts'

const now = new Date('2026-11-22T18:00:00Z')
const longAgo = new Date(now.getTime() - stuckAfter - 1)
const actions: readonly RunAction[] = ['try', 'columns', 'import', 'anyway', 'again', 'throw-away']
const possible = (state: RunState, heardAt = now) =>
  Object.fromEntries(
    actions.flatMap((action) => {
      const to = stepFrom(state, action, heardAt, now)
      return to ? [[action, to]] : []
    }),
  )

test('each state can be asked what makes sense of it, and nothing else', () => {
  expect(Object.fromEntries(runStates.map((state) => [state, possible(state)]))).toEqual({
    mapping: { try: 'trying', 'throw-away': 'thrown-away' },
    trying: {},
    tried: { columns: 'mapping', import: 'importing', 'throw-away': 'thrown-away' },
    doubted: { columns: 'mapping', anyway: 'importing', 'throw-away': 'thrown-away' },
    importing: {},
    imported: {},
    failed: { columns: 'mapping', again: 'trying', 'throw-away': 'thrown-away' },
    'thrown-away': {},
  })
})

test('what a job has in hand can be begun again once nothing was heard of it for long', () => {
  expect([possible('trying', longAgo), possible('importing', longAgo)]).toEqual([
    { again: 'trying' },
    { again: 'importing' },
  ])
  expect(runStates.filter((state) => isStuck(state, longAgo, now))).toEqual(['trying', 'importing'])
  expect(runStates.filter((state) => isStuck(state, now, now))).toEqual([])
})

test('nothing can be asked of what is over', () => {
  for (const state of runStates.filter(isOver)) expect(possible(state, longAgo)).toEqual({})
})

test.each([
  ['trying', { how: 'done', applied: true, doubt: undefined }, 'tried'],
  ['trying', { how: 'done', applied: false, doubt: undefined }, 'tried'],
  ['trying', { how: 'done', applied: true, doubt: 'Half of it is gone.' }, 'doubted'],
  ['trying', { how: 'refused' }, 'failed'],
  ['importing', { how: 'done', applied: true, doubt: undefined }, 'imported'],
  ['importing', { how: 'done', applied: false, doubt: undefined }, 'tried'],
  ['importing', { how: 'doubted' }, 'doubted'],
  ['importing', { how: 'refused' }, 'failed'],
] as const)('%s that ends as %j is %s', (state, ending, after) => {
  expect(stateAfter(state, ending)).toBe(after)
})
