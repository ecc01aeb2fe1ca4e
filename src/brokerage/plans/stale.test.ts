import { expect, test } from 'vitest'
import { changedSince } from './stale.ts'

test('what waits no longer is told with where it stands, and what waits otherwise by its name', () => {
  const packages = ['a', 'b', 'c', 'd'].map((packageId) => ({
    packageId,
    reference: packageId.toUpperCase(),
    version: 2,
  }))
  const standing = new Map([
    ['a', { state: 'waiting' as const, version: 2 }],
    ['b', { state: 'unmet' as const, version: 3 }],
    ['c', { state: 'placed' as const, version: 5 }],
  ])
  expect(changedSince(packages, standing)).toEqual({
    gone: [
      { reference: 'C', state: 'placed' },
      { reference: 'D', state: 'ended' },
    ],
    changed: [{ reference: 'B', state: null }],
  })
})
