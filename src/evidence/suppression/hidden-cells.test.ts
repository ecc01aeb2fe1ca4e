import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenCells, isSmall, type Told } from './hidden-cells.ts'
import type { Cell, Sum, Table } from './table.ts'

/** A council of six wards that lie in two localities, and in three hospital areas that cut across them. */
const wards = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'] as const
const areaSums: readonly Sum[] = [
  { dimension: 'area', total: 'east', parts: ['w1', 'w2', 'w3'] },
  { dimension: 'area', total: 'west', parts: ['w4', 'w5', 'w6'] },
  { dimension: 'area', total: 'council', parts: ['east', 'west'] },
  { dimension: 'area', total: 'h1', parts: ['w1', 'w4'] },
  { dimension: 'area', total: 'h2', parts: ['w2', 'w5'] },
  { dimension: 'area', total: 'h3', parts: ['w3', 'w6'] },
  { dimension: 'area', total: 'council', parts: ['h1', 'h2', 'h3'] },
]
const sexSum: Sum = { dimension: 'sex', total: 'all', parts: ['female', 'male'] }
const sums = [...areaSums, sexSum]

/** Every number of people there is, made from those of each ward, women and men. */
function everyNumber(leaves: readonly number[]): Map<string, number> {
  const numbers = new Map<string, number>()
  wards.forEach((ward, at) => {
    numbers.set(`${ward} female`, leaves[2 * at] ?? 0)
    numbers.set(`${ward} male`, leaves[2 * at + 1] ?? 0)
  })
  for (const { total, parts } of areaSums) {
    for (const sex of ['female', 'male']) {
      numbers.set(
        `${total} ${sex}`,
        parts.reduce((sum, part) => sum + (numbers.get(`${part} ${sex}`) ?? 0), 0),
      )
    }
  }
  for (const area of [...wards, 'east', 'west', 'h1', 'h2', 'h3', 'council']) {
    numbers.set(`${area} all`, (numbers.get(`${area} female`) ?? 0) + (numbers.get(`${area} male`) ?? 0))
  }
  return numbers
}

const placeOf = (id: string) => {
  const [area = '', sex = ''] = id.split(' ')
  return { area, sex }
}
const tableOf = (numbers: ReadonlyMap<string, number>, ids: Iterable<string> = numbers.keys()): Table => ({
  cells: [...ids].map((id): Cell => ({ id, value: numbers.get(id) ?? 0, at: placeOf(id) })),
  sums,
})

/** The attacker knows only how the table adds up and what is shown, and reckons in fractions of whole numbers. */
function recovered(numbers: ReadonlyMap<string, number>, shown: ReadonlySet<string>): string[] {
  const columns = [...numbers.keys()].filter((id) => !shown.has(id))
  const rows: bigint[][] = []
  const equation = (total: string, parts: readonly string[]) =>
    rows.push(columns.map((id) => (id === total ? 1n : parts.includes(id) ? -1n : 0n)))
  for (const { total, parts } of areaSums) {
    for (const sex of ['all', 'female', 'male'])
      equation(
        `${total} ${sex}`,
        parts.map((part) => `${part} ${sex}`),
      )
  }
  for (const area of [...wards, 'east', 'west', 'h1', 'h2', 'h3', 'council']) {
    equation(`${area} all`, [`${area} female`, `${area} male`])
  }
  const rank = rankOf(rows)
  // A number is known when the row that asks for it adds nothing to what the sums say.
  return columns.filter((_, at) => rankOf([...rows, columns.map((__, other) => (other === at ? 1n : 0n))]) === rank)
}

function rankOf(given: readonly (readonly bigint[])[]): number {
  const rows = given.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n)
    if (at === -1) continue
    ;[rows[rank], rows[at]] = [rows[at] as bigint[], rows[rank] as bigint[]]
    const pivot = rows[rank] as bigint[]
    for (let other = rank + 1; other < rows.length; other += 1) {
      const row = rows[other] as bigint[]
      const by = row[column] ?? 0n
      if (by !== 0n) rows[other] = row.map((value, index) => value * (pivot[column] ?? 0n) - (pivot[index] ?? 0n) * by)
    }
    rank += 1
  }
  return rank
}

const leaves = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 60 })), {
  minLength: 12,
  maxLength: 12,
})
const chosen = (count: number) => fc.array(fc.boolean(), { minLength: count, maxLength: count })
const hiddenIn = (table: Table, told?: Told) => hiddenCells(table, 5, told)
const shownIn = (table: Table, hidden: ReadonlySet<string>) =>
  new Set(table.cells.map(({ id }) => id).filter((id) => !hidden.has(id)))

test('from a table by ward and sex, cut by two hierarchies, the attacker works out no hidden number', () => {
  fc.assert(
    fc.property(leaves, (counts) => {
      const numbers = everyNumber(counts)
      const hidden = hiddenIn(tableOf(numbers))
      for (const [id, value] of numbers) if (isSmall(value, 5)) expect(hidden, id).toContain(id)
      expect(recovered(numbers, shownIn(tableOf(numbers), hidden))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('nor from a table in which some numbers are not printed', () => {
  fc.assert(
    fc.property(leaves, chosen(36), (counts, printed) => {
      const numbers = everyNumber(counts)
      const table = tableOf(
        numbers,
        [...numbers.keys()].filter((_, at) => printed[at]),
      )
      const hidden = hiddenIn(table)
      const found = recovered(numbers, shownIn(table, hidden))
      expect(found.filter((id) => hidden.has(id))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('nor from an edition that stays as it is and the table of today, when numbers, limit and what is printed have changed', () => {
  fc.assert(
    fc.property(
      leaves,
      leaves,
      chosen(12),
      chosen(36),
      fc.integer({ min: 3, max: 9 }),
      (counts, others, changed, printed, limit) => {
        // A number that becomes 0 is shown, whatever was hidden before.
        const corrected = (count: number, at: number) =>
          changed[at] && count > 0 ? Math.max(1, others[at] ?? 0) : count
        const [then, now] = [counts, counts.map(corrected)].map(everyNumber)
        if (!then || !now) return
        const edition = tableOf(
          then,
          [...then.keys()].filter((_, at) => printed[at]),
        )
        const hiddenThen = hiddenCells(edition, limit)
        const same = (id: string) => then.get(id) === now.get(id)
        const everShown = shownIn(edition, hiddenThen)
        const told = { hidden: hiddenThen, everShown, shown: new Set([...everShown].filter(same)) }
        const today = hiddenIn(tableOf(now), told)
        const shownToday = shownIn(tableOf(now), today)
        // Whoever knows which numbers are the same sets one table against the other, both ways.
        const aboutNow = recovered(now, new Set([...told.shown, ...shownToday]))
        const aboutThen = recovered(then, new Set([...everShown, ...[...shownToday].filter(same)]))
        // What the edition tells by itself, with every 0, is out; hiding more today can't take it back.
        const out = (numbers: ReadonlyMap<string, number>, known: ReadonlySet<string>) =>
          new Set([
            ...known,
            ...recovered(numbers, new Set([...known, ...[...numbers.keys()].filter((id) => numbers.get(id) === 0)])),
          ])
        expect(aboutNow.filter((id) => today.has(id) && !out(now, told.shown).has(id))).toEqual([])
        expect(aboutThen.filter((id) => hiddenThen.has(id) && !out(then, everShown).has(id))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

/** One ward after another below one council. */
const row = (values: readonly number[], total = values.reduce((a, b) => a + b, 0)): Table => ({
  cells: [
    ...values.map((value, at) => ({ id: `p${at}`, value, at: { area: `p${at}` } })),
    { id: 'sum', value: total, at: { area: 'all' } },
  ],
  sums: [{ dimension: 'area', total: 'all', parts: values.map((_, at) => `p${at}`) }],
})

test('the smallest number beside a hidden one goes with it', () => {
  expect(hiddenIn(row([3, 40, 17, 90]))).toEqual(new Set(['p0', 'p2']))
})

test('nothing is hidden where nothing is small, and 0 is shown', () => {
  expect(hiddenIn(row([0, 5, 17]))).toEqual(new Set())
})

test('two hidden numbers are not enough when their sum leaves one answer', () => {
  expect([...hiddenIn(row([1, 1, 20, 30]))].toSorted()).toEqual(['p0', 'p1', 'p2'])
  expect([...hiddenIn(row([4, 4, 20, 30]))].toSorted()).toEqual(['p0', 'p1', 'p2'])
  expect([...hiddenIn(row([1, 2, 20, 30]))].toSorted()).toEqual(['p0', 'p1'])
})

test('each hidden number of a row could be another by all that whole numbers allow', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 5 }), (values) => {
      const table = row(values)
      const hidden = hiddenIn(table)
      const parts = table.cells.slice(0, -1).filter(({ id }) => hidden.has(id))
      if (parts.length === 0) return
      const shown = values.reduce((sum, value, at) => sum + (hidden.has(`p${at}`) ? 0 : value), 0)
      const total = values.reduce((a, b) => a + b, 0)
      const seen = parts.map(() => new Set<number>())
      const tries = (at: number, chosen: readonly number[]): void => {
        if (at < parts.length) {
          const most = isSmall(parts[at]?.value ?? 0, 5) ? 4 : 40
          for (let value = 1; value <= most; value += 1) tries(at + 1, [...chosen, value])
          return
        }
        const sum = shown + chosen.reduce((a, b) => a + b, 0)
        const fits = hidden.has('sum') ? sum > 0 && (!isSmall(total, 5) || sum < 5) : sum === total
        if (fits) for (const [part, value] of chosen.entries()) seen[part]?.add(value)
      }
      if (parts.length <= 3) {
        tries(0, [])
        for (const [at, answers] of seen.entries()) expect(answers.size, parts[at]?.id).toBeGreaterThan(1)
      }
    }),
  )
})

test('a number beside one that is not printed needs no other, and a rest that leaves one answer does', () => {
  const without = (values: readonly number[]) => {
    const table = row(values)
    return hiddenIn({ ...table, cells: table.cells.filter(({ id }) => id !== 'p2') })
  }
  expect(without([2, 60, 30])).toEqual(new Set(['p0']))
  // The total is 61, so that the first can only be 1.
  expect(without([1, 60, 0])).toEqual(new Set(['p0', 'p1']))
})

test('numbers that do not add up to their total are not taken for a sum', () => {
  expect(hiddenIn(row([3, 40, 17], 200))).toEqual(new Set(['p0']))
})

test('a number that an edition hid stays hidden when it is put right to 0: what is gone from the total would tell it', () => {
  const told: Told = { shown: new Set(['p1', 'p3']), everShown: new Set(['p1', 'p3']), hidden: new Set(['p0', 'p2']) }
  expect(hiddenIn(row([0, 40, 17, 90]), told)).toEqual(new Set(['p0', 'p2']))
})
