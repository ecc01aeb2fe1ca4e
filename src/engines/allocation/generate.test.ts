import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generate } from './generate.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

test('the same settings give the same problem, another seed another', () => {
  const settings = { packages: 200, providers: 20, tightness: 0.7, seed: 4 }
  const text = JSON.stringify(generate(settings))
  expect(JSON.stringify(generate(settings))).toBe(text)
  expect(JSON.stringify(generate({ ...settings, seed: 5 }))).not.toBe(text)
})

test('what is wanted stands to the room there is as the tightness says, and every kind of constraint is there', () => {
  for (const tightness of [0.5, 0.7, 0.95]) {
    const { packages, providers, maxShare } = generate({ packages: 2000, providers: 60, tightness, seed: 9 })
    const wanted = sum(packages.flatMap(({ minutes }) => minutes))
    const room = sum(providers.flatMap(({ capacity }) => capacity.map(({ minutes }) => minutes)))
    expect(wanted / room).toBeCloseTo(tightness, 2)
    expect(maxShare).toBeGreaterThan(0)
    expect(packages.filter(({ locked, current }) => locked && current !== null).length).toBeGreaterThan(20)
    expect(packages.filter(({ locked, current }) => !locked && current !== null).length).toBeGreaterThan(10)
    expect(packages.filter(({ forbidden }) => forbidden.length > 0).length).toBeGreaterThan(20)
    expect(providers.filter(({ capMinutes }) => capMinutes !== null).length).toBeGreaterThan(5)
    expect(sum(providers.map(({ minRun }) => minRun.length))).toBeGreaterThan(5)
    const ranks = packages.map(({ options }) => options.map(({ rank }) => rank))
    expect(ranks.some((row) => new Set(row).size < row.length)).toBe(true)
  }
})

test('whatever the settings, packages and providers refer to what is there, in whole minutes and pence', () => {
  fc.assert(
    fc.property(
      fc.record({
        packages: fc.integer({ min: 1, max: 40 }),
        providers: fc.integer({ min: 1, max: 30 }),
        tightness: fc.double({ min: 0.05, max: 5, noNaN: true }),
        seed: fc.integer({ min: 0, max: 2_147_483_647 }),
      }),
      (settings) => {
        const { packages, providers } = generate(settings)
        expect([packages.length, providers.length]).toEqual([settings.packages, settings.providers])
        for (const { minutes, options, current, locked, forbidden } of packages) {
          expect(sum(minutes)).toBeGreaterThan(0)
          const offered = options.map(({ provider }) => provider)
          expect(new Set(offered).size).toBe(offered.length)
          expect(offered.every((provider) => provider < providers.length)).toBe(true)
          expect([...minutes, ...options.map(({ cost }) => cost)].every(Number.isInteger)).toBe(true)
          if (locked && current !== null) expect(offered.includes(current) && !forbidden.includes(current)).toBe(true)
        }
      },
    ),
    { numRuns: 300 },
  )
})
