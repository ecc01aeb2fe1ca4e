import { expect, test } from 'vitest'
import { generate } from '../../engines/allocation/index.ts'
import { formatOf } from './file-format.ts'
import { readProblem } from './read-problem.ts'

const good = () => ({
  format: 'mercat-allocation/1',
  unmetPencePerHour: 6000,
  packages: [
    {
      id: 'p1',
      area: 3,
      minutes: [0, 420, 210, 210],
      priority: 4,
      options: [
        { provider: 0, cost: 31250, rank: 1 },
        { provider: 1, cost: 30000, rank: 2 },
      ],
      current: null,
      locked: false,
      forbidden: [],
    },
    { id: 'p2', area: 3, minutes: [0, 60, 0, 0], priority: 1, options: [{ provider: 0, cost: 2000, rank: 1 }] },
  ],
  providers: [
    {
      id: 'A',
      capacity: [
        { area: 3, band: 1, minutes: 2400 },
        { area: 3, band: 2, minutes: 300 },
        { area: 3, band: 3, minutes: 300 },
      ],
      capMinutes: 60000,
      minRun: [{ area: 3, minutes: 600 }],
      book: [{ area: 3, minutes: 9000 }],
    },
    { id: 'B', capacity: [] },
  ],
  maxShare: 0.25,
})

type Good = ReturnType<typeof good>

/** What is said of a file in which one thing was changed. */
function said(change: (file: Good & Record<string, unknown>) => void): string {
  const file = good()
  change(file)
  return refusal(JSON.stringify(file))
}

function refusal(text: string, format: 'mercat' | 'gap' = 'mercat'): string {
  try {
    readProblem(text, format)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

const at = <T>(list: readonly T[], place: number): T => list[place] as T

test('a good file is read, with what may be left out', () => {
  const problem = readProblem(`\u{feff}${JSON.stringify(good())}`, 'mercat')
  expect(problem.packages[1]).toMatchObject({ current: null, locked: false, forbidden: [] })
  expect(problem.providers[1]).toEqual({ id: 'B', capacity: [], capMinutes: null, minRun: [], book: [] })
  expect(problem).not.toHaveProperty('bypassPence')
})

test('what is made up can be written and read again', () => {
  const problem = generate({ packages: 80, providers: 12, tightness: 0.7, seed: 3 })
  expect(readProblem(JSON.stringify({ format: 'mercat-allocation/1', ...problem }), 'mercat')).toEqual(problem)
})

test('what is odd and can be solved is read', () => {
  expect(
    said((file) => {
      file.packages = []
    }),
  ).toBe('')
  expect(
    said((file) => {
      at(file.packages, 0).options = []
    }),
  ).toBe('')
  expect(
    said((file) => {
      at(at(file.packages, 0).options, 1).rank = 1
    }),
  ).toBe('')
  expect(
    said((file) => {
      at(file.packages, 0).minutes = [0, 0, 0, 0]
    }),
  ).toBe('')
  expect(
    said((file) => {
      at(file.packages, 0).priority = 0
    }),
  ).toBe('')
  expect(
    said((file) => {
      at(file.providers, 0).capacity = []
    }),
  ).toBe('')
  expect(
    said((file) => {
      file.maxShare = 0
    }),
  ).toBe('')
})

test('a name that was meant for a field is refused with its place, so that no limit is lost by a slip of the pen', () => {
  const lost = 'is not a field of mercat-allocation/1:'
  expect(said((file) => void Object.assign(file, { max_share: 0.2 }))).toBe(
    `max_share ${lost} maxShare was probably meant.`,
  )
  expect(said((file) => void Object.assign(at(file.providers, 0), { minRuns: [] }))).toBe(
    `providers[0].minRuns (“A”) ${lost} minRun was probably meant.`,
  )
  expect(said((file) => void Object.assign(at(at(file.packages, 0).options, 1), { costs: 1 }))).toBe(
    `packages[0].options[1].costs (“p1”) ${lost} cost was probably meant.`,
  )
  expect(said((file) => void Object.assign(at(at(file.providers, 0).book ?? [], 0), { areas: 1 }))).toBe(
    `providers[0].book[0].areas (“A”) ${lost} area was probably meant.`,
  )
  // What is missing by its right name is told by the wrong one.
  expect(refusal(JSON.stringify(good()).replace('"minutes":[0,420,210,210]', '"minute":[0,420,210,210]'))).toBe(
    `packages[0].minute (“p1”) ${lost} minutes was probably meant.`,
  )
})

test('names of one’s own beside the format’s are left out', () => {
  expect(
    said((file) => {
      Object.assign(file, { note: 'something of ours', seed: 7 })
      Object.assign(at(file.packages, 0), { name: 'ours' })
    }),
  ).toBe('')
})

test('what is no such file is refused with its place', () => {
  expect(refusal('')).toBe('The file is empty.')
  expect(refusal('{"format": "mercat-allocation/1",\n "packages": [NaN]}')).toMatch(
    /^The file is not JSON: Unexpected token 'N'.*ckages": \[NaN\]\}/,
  )
  expect(refusal('[1,\n2')).toMatch(/^The file is not JSON at line 2, character 2: /)
  expect(refusal('null')).toBe('The file must be an object with format, packages and providers, and is null.')
  expect(refusal('[]')).toMatch(/^The file must be an object/)
  expect(
    said((file) => {
      file.format = 'mercat-allocation/2'
    }),
  ).toBe('format must be "mercat-allocation/1", and is "mercat-allocation/2".')
  expect(said((file) => void Reflect.deleteProperty(file, 'providers'))).toBe(
    'providers must be a list, and is missing.',
  )
})

test('negative, missing, broken and endless numbers are refused with their place', () => {
  expect(
    said((file) => {
      at(file.packages, 0).minutes = [0, -420, 0, 0]
    }),
  ).toBe('packages[0].minutes[1] (“p1”) must be a whole number of minutes, from 0 to 10,000,000, and is -420.')
  expect(said((file) => void Reflect.deleteProperty(at(file.packages, 1), 'minutes'))).toBe(
    'packages[1].minutes (“p2”) must be a list, and is missing.',
  )
  expect(
    said((file) => {
      at(file.packages, 0).minutes = []
    }),
  ).toMatch(/one number for each band/)
  expect(
    said((file) => {
      at(file.packages, 0).minutes = [0, 1.5, 0, 0]
    }),
  ).toMatch(/whole number.*is 1\.5\./)
  expect(
    said((file) => {
      at(file.packages, 0).minutes = ['60' as never, 0, 0, 0]
    }),
  ).toMatch(/is "60"\./)
  expect(
    said((file) => {
      at(at(file.packages, 0).options, 0).cost = -1
    }),
  ).toMatch(/^packages\[0\]\.options\[0\]\.cost \(“p1”\) must be a number of pence/)
  expect(refusal(JSON.stringify(good()).replace('31250', '1e999'))).toMatch(/options\[0\]\.cost.*is Infinity\.$/)
  expect(
    said((file) => {
      at(file.packages, 0).priority = -1
    }),
  ).toMatch(/^packages\[0\]\.priority/)
  expect(
    said((file) => {
      file.unmetPencePerHour = -1
    }),
  ).toMatch(/^unmetPencePerHour must be/)
  expect(
    said((file) => {
      file.maxShare = 1.2
    }),
  ).toBe('maxShare must be a number from 0 to 1, and is 1.2.')
  expect(
    said((file) => {
      file.maxShare = -0.1
    }),
  ).toMatch(/^maxShare must be/)
  expect(
    said((file) => {
      at(at(file.providers, 0).capacity, 0).minutes = -5
    }),
  ).toMatch(/^providers\[0\]\.capacity\[0\]\.minutes \(“A”\)/)
})

test('ids that stand twice, and providers that are not there or named twice, are refused', () => {
  expect(
    said((file) => {
      at(file.packages, 1).id = 'p1'
    }),
  ).toBe('packages[0] and packages[1] have the same id, “p1”.')
  expect(
    said((file) => {
      at(file.providers, 1).id = 'A'
    }),
  ).toMatch(/^providers\[0\] and providers\[1\]/)
  expect(
    said((file) => {
      at(at(file.packages, 0).options, 1).provider = 2
    }),
  ).toBe('packages[0] (“p1”), options[1] is for provider 2, and providers go from 0 to 1.')
  expect(
    said((file) => {
      at(at(file.packages, 0).options, 1).provider = 0
    }),
  ).toBe('packages[0] (“p1”) has two options for provider 0.')
  expect(
    said((file) => {
      at(file.packages, 0).current = 9 as never
    }),
  ).toMatch(/with provider 9 now/)
  expect(
    said((file) => {
      at(file.packages, 0).forbidden = [5 as never]
    }),
  ).toMatch(/forbids provider 5/)
})

test('bands of unequal length, capacity in a band that is not there, and rows that stand twice are refused', () => {
  expect(
    said((file) => {
      at(file.packages, 1).minutes = [0, 60]
    }),
  ).toBe('packages[1] (“p2”) has minutes for 2 bands, the packages before it for 4.')
  expect(
    said((file) => {
      at(at(file.providers, 0).capacity, 0).band = 4
    }),
  ).toBe('providers[0] (“A”) has capacity in band 4, and packages have bands 0 to 3.')
  expect(
    said((file) => {
      at(at(file.providers, 0).capacity, 1).band = 1
    }),
  ).toBe('providers[0] (“A”) has capacity for area 3, band 1 twice.')
  expect(said((file) => void file.providers[0]?.book?.push({ area: 3, minutes: 1 }))).toMatch(
    /has book for area 3 twice/,
  )
})

test('locks that cannot be kept are refused', () => {
  const lock = (file: Good, place: number, current: number) =>
    Object.assign(at(file.packages, place), { locked: true, current })
  expect(said((file) => void lock(file, 1, 1))).toBe(
    'packages[1] (“p2”) is locked with provider 1 and has no option for that provider.',
  )
  expect(said((file) => void Object.assign(lock(file, 1, 0), { forbidden: [0] }))).toMatch(/which it forbids/)
  expect(said((file) => void lock(file, 0, 1))).toBe(
    'This cannot be kept: packages locked with provider “B” take 420 minutes in area 3, band 1, and it has 0.',
  )
  expect(
    said((file) => {
      lock(file, 0, 0)
      at(file.providers, 0).capMinutes = 839
    }),
  ).toBe('This cannot be kept: packages locked with provider “A” take 840 minutes in all, and its cap is 839.')
  expect(said((file) => void lock(file, 0, 0))).toBe('')
  expect(said((file) => void Object.assign(at(file.packages, 0), { locked: true }))).toBe('')
})

const gap = '2 3\n4 5 6\n3 9 2\n1 1 1\n2 2 2\n2 2\n'

test('a gap file is read: an agent has its capacity in its own band', () => {
  expect(formatOf(gap)).toBe('gap')
  expect(formatOf(' {"format": 1}')).toBe('mercat')
  const { packages, providers } = readProblem(gap, 'gap')
  expect(packages.map(({ minutes }) => minutes)).toEqual([
    [1, 2, 1],
    [1, 2, 1],
    [1, 2, 1],
  ])
  expect(packages[1]?.options.map(({ cost }) => cost)).toEqual([5, 9])
  expect(providers[1]?.capacity).toEqual([
    { area: 0, band: 0, minutes: 3 },
    { area: 0, band: 1, minutes: 2 },
    { area: 0, band: 2, minutes: 3 },
  ])
})

test('a gap file that is cut off, too long, no numbers or without a way is refused', () => {
  const numbers = gap.trim().split(/\s+/)
  expect(refusal(numbers.slice(0, -1).join(' '), 'gap')).toBe(
    'With 2 agents and 3 items a gap file has 16 numbers (sizes, costs, weights, capacities), and this one has 15.',
  )
  expect(refusal(`${gap} 1`, 'gap')).toMatch(/this one has 17\.$/)
  expect(refusal(gap.replace('9', 'nine'), 'gap')).toBe('A gap file consists of numbers, and line 3 has “nine”.')
  expect(refusal(gap.replace('9', 'NaN'), 'gap')).toMatch(/“NaN”/)
  expect(refusal(gap.replace('9', '-9'), 'gap')).toMatch(/^Costs are numbers/)
  expect(refusal(gap.replace('1 1 1', '1 -1 1'), 'gap')).toMatch(/^Weights and capacities/)
  expect(refusal(gap.replace('1 1 1', '1 9 1').replace('2 2 2', '2 9 2'), 'gap')).toMatch(/item 2 is heavier/)
  expect(refusal('0 0', 'gap')).toMatch(/begins with the numbers of agents and items/)
  expect(refusal('1e9 1e9', 'gap')).toMatch(/begins with/)
  expect(refusal('  \n', 'gap')).toBe('The file is empty.')
})
