import { z } from 'zod'
import {
  date,
  dateFields,
  first,
  line,
  type Mistake,
  maybePounds,
  oneOf,
  type Read,
  readTyped,
  type Typed,
} from '../../core/forms/index.ts'
import type { Choice } from '../../core/ui/form/index.ts'
import { pounds, signed } from '../../core/ui/format.ts'
import { addDays, addMonths, type IsoDate, isId } from '../../core/values/index.ts'
import type { CapacityOf, Swap } from './changes.ts'
import { type MachineAsked, seedCounts } from './machine-asked.ts'
import type { MachineLists, PastPeriod } from './queries/machine-lists.ts'

/** How many swaps, and changes of capacity, the form has room for. */
export const rowsShown = 3

const period = z.object({ service: line('Service'), from: date('First day'), to: date('Last day') })

/** Reads which past is asked about. */
export function readPeriod(typed: Typed, today: IsoDate): Read<PastPeriod> {
  const read = readTyped(period, typed)
  if (read.mistakes) return read
  const { from, to } = read.read
  if (to < from) return { mistakes: [{ field: 'to-day', sentence: 'The last day must not be before the first' }] }
  if (from > today) return { mistakes: [{ field: 'from-day', sentence: 'The first day must be in the past' }] }
  if (to > addDays(from, 731))
    return { mistakes: [{ field: 'to-day', sentence: 'The days must be two years or fewer' }] }
  return read
}

/** The quarter that ended last, to open the form with. */
export function lastQuarter(today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  const month = Number(today.slice(5, 7))
  const begun = `${today.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  return { from: addMonths(begun, -3), to: addDays(begun, -1) }
}

/** A form on a period, with nothing changed yet. */
export const emptyChanges = ({ service, from, to }: PastPeriod): Typed => ({
  service: [service],
  ...dateFields('from', from),
  ...dateFields('to', to),
  seeds: ['20'],
  seed: ['1'],
})

const changes = z.object({
  rule: z.string().refine((typed) => typed === '' || isId(typed), 'Choose a rule from the list'),
  price: maybePounds('Highest price'),
  open: z.string(),
  seeds: oneOf(seedCounts.map(String) as [string, ...string[]], 'Choose how often the period is gone through'),
  seed: z.string().regex(/^[1-9]\d{0,5}$/, 'The seed must be a whole number from 1 to 999,999'),
})

/** Reads what is to be otherwise; the lists say what there was. */
export function readReplay(typed: Typed, asked: PastPeriod, lists: MachineLists): Read<MachineAsked> {
  const read = readTyped(changes, typed)
  const mistakes: Mistake[] = [...(read.mistakes ?? [])]
  const words: string[] = []
  const swaps: Swap[] = []
  const capacity: { of: CapacityOf; percent: number }[] = []
  for (let row = 1; row <= rowsShown; row += 1) {
    const swap = readSwap(typed, row, lists)
    if (typeof swap === 'object') {
      swaps.push(swap.swap)
      words.push(swap.words)
    } else if (swap) mistakes.push({ field: `swap${row}-other`, sentence: swap })
    const hours = readHours(typed, row, lists)
    if (hours && 'of' in hours) {
      capacity.push({ of: hours.of, percent: hours.percent })
      words.push(hours.words)
    } else if (hours) mistakes.push(hours)
  }
  if (read.mistakes || mistakes.length > 0) return { mistakes }
  const { rule, price, open, seeds, seed } = read.read
  const named = lists.rules.find(({ value }) => value === rule)
  if (rule !== '' && !named) return { mistakes: [{ field: 'rule', sentence: 'Choose a rule from the list' }] }
  if (named) words.unshift(`By the rule ${named.text}`)
  if (price !== null) words.push(`Nobody dearer than ${pounds(price)} an hour`)
  const openLots = open === 'yes'
  if (openLots) words.push('Providers of the contract’s other lots may be asked too, after those of the lot')
  if (words.length === 0) {
    return {
      mistakes: [{ field: 'rule', sentence: 'Change at least one thing: the rule, a place, hours, or the price' }],
    }
  }
  return {
    read: {
      ...asked,
      ruleVersionId: rule || null,
      swaps,
      capacity,
      priceCap: price,
      openLots,
      seeds: Number(seeds),
      seed: Number(seed),
      changes: words,
    },
  }
}

function readSwap(
  typed: Typed,
  row: number,
  { places, providers }: MachineLists,
): { readonly swap: Swap; readonly words: string } | string | undefined {
  const [one, other] = [first(typed, `swap${row}-one`), first(typed, `swap${row}-other`)]
  if (one === '' && other === '') return undefined
  if (![one, other].every((value) => places.some((place) => place.value === value))) {
    return `Choose both providers of swap ${row}`
  }
  const [[lotId = '', a = ''], [otherLot = '', b = '']] = [one.split(' '), other.split(' ')]
  if (lotId !== otherLot) return `The two providers of swap ${row} must be of the same lot`
  if (a === b) return `Swap ${row} needs two different providers`
  const name = (id: string) => nameIn(providers, id)
  const lot = nameIn(places, one).split(':')[0]
  return { swap: { lotId, one: a, other: b }, words: `${name(a)} and ${name(b)} change places in ${lot}` }
}

function readHours(
  typed: Typed,
  row: number,
  { providers, areas }: MachineLists,
): { readonly of: CapacityOf; readonly percent: number; readonly words: string } | Mistake | undefined {
  const [whose, percent] = [first(typed, `hours${row}-of`), first(typed, `hours${row}-percent`)]
  if (whose === '' && percent === '') return undefined
  const change = /^([+−-]?)(\d{1,3})$/.exec(percent)
  const value = change ? Number(change[2]) * (change[1] === '-' || change[1] === '−' ? -1 : 1) : Number.NaN
  if (!(value >= -100 && value <= 400 && value !== 0)) {
    return {
      field: `hours${row}-percent`,
      sentence: `Hours ${row}: enter per cent from −100 to 400, such as 20 or −10`,
    }
  }
  const told = (of: CapacityOf, words: string) => ({
    of,
    percent: value,
    words: `${signed(value)}% free hours ${words}`,
  })
  const [kind, id = ''] = whose.split(' ')
  if (whose === 'all') return told({ kind: 'all' }, 'of every provider')
  if (kind === 'provider' && providers.some((one) => one.value === id)) {
    return told({ kind, organisationId: id }, `of ${nameIn(providers, id)}`)
  }
  if (kind === 'area' && areas.some((one) => one.value === id))
    return told({ kind, area: id }, `in ${nameIn(areas, id)}`)
  return { field: `hours${row}-of`, sentence: `Hours ${row}: choose whose hours` }
}

const nameIn = (choices: readonly Choice[], value: string): string =>
  choices.find((one) => one.value === value)?.text ?? value
