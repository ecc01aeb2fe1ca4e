import { z } from 'zod'
import type { Problem } from '../../engines/allocation/index.ts'
import { invalid } from '../errors/index.ts'
import { meantField } from './slip.ts'

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
const inArea = z.object({ area, minutes }, 'must be an object with area and minutes')
const option = z.object({ provider: place, cost: pence, rank: whole(1_000_000, 'a whole number') }, 'must be an object')
const room = z.object({ area, band: whole(most.bands - 1, 'the number of a band'), minutes }, 'must be an object')

const packageShape = z.object(
  {
    id,
    area,
    minutes: list(minutes, most.bands).min(1, 'must have one number for each band of the day'),
    priority: amount(1_000_000, 'a number'),
    options: list(option, most.providers),
    current: place.nullable().default(null),
    locked: z.boolean('must be true or false').default(false),
    forbidden: list(place, most.providers).default([]),
  },
  'must be an object',
)

const providerShape = z.object(
  {
    id,
    capacity: list(room, most.options),
    capMinutes: minutes.nullable().default(null),
    minRun: list(inArea, most.options).default([]),
    book: list(inArea, most.options).default([]),
  },
  'must be an object',
)

const shape = z.object(
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

/**
 * Reads the exchange format's own rules: every field there and of its kind, or the first fault in a sentence. Names of
 * others' own are left out; one that looks like a slip of the pen is refused, since a limit would be lost with it.
 */
export function readShape(value: unknown): Problem {
  const slip = slipIn(value)
  if (slip)
    throw invalid(
      `${placeOf(slip.path, value)} is not a field of mercat-allocation/1: ${slip.meant} was probably meant.`,
    )
  const read = shape.safeParse(value)
  if (read.success) {
    const { format: _, bypassPence, ...rest } = read.data
    return bypassPence === undefined ? rest : { ...rest, bypassPence }
  }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const found = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value)
  const is = found === undefined ? 'and is missing' : `and is ${short(found)}`
  throw invalid(`${placeOf(path, value)} ${issue?.message ?? 'is not right'}, ${is}.`)
}

/** The fields of an object of the format, and the lists of objects inside it. */
interface Fields {
  readonly names: readonly string[]
  readonly inside: Readonly<Record<string, Fields>>
}

const flat = (part: { readonly shape: object }): Fields => ({ names: Object.keys(part.shape), inside: {} })
const fields: Fields = {
  names: Object.keys(shape.shape),
  inside: {
    packages: { names: Object.keys(packageShape.shape), inside: { options: flat(option) } },
    providers: {
      names: Object.keys(providerShape.shape),
      inside: { capacity: flat(room), minRun: flat(inArea), book: flat(inArea) },
    },
  },
}

/** The first name in an object, or in the lists inside it, that was probably meant for a field of the format. */
function slipIn(
  value: unknown,
  of: Fields = fields,
  path: readonly PropertyKey[] = [],
): { readonly path: readonly PropertyKey[]; readonly meant: string } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  for (const name of Object.keys(value)) {
    if (of.names.includes(name)) continue
    const meant = meantField(name, of.names)
    if (meant !== undefined) return { path: [...path, name], meant }
  }
  for (const [name, part] of Object.entries(of.inside)) {
    const rows: unknown = (value as Record<string, unknown>)[name]
    if (!Array.isArray(rows)) continue
    for (const [at, row] of rows.entries()) {
      const slip = slipIn(row, part, [...path, name, at])
      if (slip) return slip
    }
  }
  return undefined
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
