import { z } from 'zod'
import type { Problem } from '../../engines/allocation/index.ts'
import { invalid } from '../errors/index.ts'

/** Most of each in one file: far above any partnership, and few enough for the memory of a laptop. */
export const most = { packages: 200_000, providers: 10_000, bands: 24, options: 5_000_000 } as const

/** Largest minutes and pence that are taken, so that sums of all of them stay exact. */
const largest = { minutes: 10_000_000, pence: 1_000_000_000_000 } as const

const digits = (value: number): string => value.toLocaleString('en-GB')

const whole = (top: number, words: string) =>
  z.custom<number>(
    (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= top,
    `must be ${words}, from 0 to ${digits(top)}`,
  )

const amount = (top: number, words: string) =>
  z.custom<number>(
    (value) => typeof value === 'number' && value >= 0 && value <= top,
    `must be ${words}, from 0 to ${digits(top)}`,
  )

const list = <T extends z.ZodType>(item: T, top: number) =>
  z.array(item, 'must be a list').max(top, `must have at most ${digits(top)} entries`)

const place = whole(most.providers, 'the place of a provider in the list, counted from 0')
const minutes = whole(largest.minutes, 'a whole number of minutes')
const area = whole(1_000_000_000, 'a whole number that stands for an area')
const pence = amount(largest.pence, 'a number of pence')
const id = z.string('must be a text').min(1, 'must not be empty').max(200, 'must have at most 200 characters')
const inArea = z.strictObject({ area, minutes }, 'must be an object with area and minutes')

const packageShape = z.strictObject(
  {
    id,
    area,
    minutes: list(minutes, most.bands).min(1, 'must have one number for each band of the day'),
    priority: amount(1_000_000, 'a number'),
    options: list(
      z.strictObject({ provider: place, cost: pence, rank: whole(1_000_000, 'a whole number') }, 'must be an object'),
      most.providers,
    ),
    current: place.nullable().default(null),
    locked: z.boolean('must be true or false').default(false),
    forbidden: list(place, most.providers).default([]),
  },
  'must be an object',
)

const providerShape = z.strictObject(
  {
    id,
    capacity: list(
      z.strictObject({ area, band: whole(most.bands - 1, 'the number of a band'), minutes }, 'must be an object'),
      most.options,
    ),
    capMinutes: minutes.nullable().default(null),
    minRun: list(inArea, most.options).default([]),
    book: list(inArea, most.options).default([]),
  },
  'must be an object',
)

const shape = z.strictObject(
  {
    format: z.literal('mercat-allocation/1', 'must be "mercat-allocation/1"'),
    unmetPencePerHour: amount(1_000_000_000, 'a number of pence'),
    packages: list(packageShape, most.packages),
    providers: list(providerShape, most.providers),
    maxShare: z
      .custom<number>((value) => typeof value === 'number' && value >= 0 && value <= 1, 'must be a number from 0 to 1')
      .nullable()
      .default(null),
    bypassPence: pence.optional(),
  },
  'must be an object with format, packages and providers',
)

/** Reads the exchange format's own rules: every field there and of its kind, none besides; or the first fault in a sentence. */
export function readShape(value: unknown): Problem {
  const read = shape.safeParse(value)
  if (read.success) {
    const { format: _, bypassPence, ...rest } = read.data
    return bypassPence === undefined ? rest : { ...rest, bypassPence }
  }
  const { issues } = read.error
  // A field by another name explains the one that is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  const path = issue?.path ?? []
  const found = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value)
  if (issue?.code === 'unrecognized_keys')
    throw invalid(
      `${placeOf([...path, issue.keys[0] ?? ''], value)} is not a field of mercat-allocation/1, and would be lost.`,
    )
  const is = found === undefined ? 'and is missing' : `and is ${short(found)}`
  throw invalid(`${placeOf(path, value)} ${issue?.message ?? 'is not right'}, ${is}.`)
}

/** A place in the file as one would write it in a program, and whose it is. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  const [group, at] = path
  const rows = (value as Record<PropertyKey, unknown> | null)?.[group ?? '']
  const named = typeof at === 'number' && Array.isArray(rows) ? (rows[at] as { id?: unknown } | null)?.id : undefined
  const whose = typeof named === 'string' && path.length > 2 ? ` (“${named.slice(0, 40)}”)` : ''
  return steps === '' ? 'The file' : `${steps.slice(1)}${whose}`
}

/** A value cut to what fits into a sentence. */
function short(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
