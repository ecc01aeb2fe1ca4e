import type { Period } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { SpellPiece } from '../spell.ts'
import { bands, type VisitLine, type Weekday } from '../visit-line.ts'

/** Everything that says what a package wants and what is given of it, with the days on which it holds. */
export interface NeedFacts {
  readonly lines: readonly (VisitLine & { readonly held: Period })[]
  readonly placed: readonly {
    readonly placementId: Id
    readonly lineId: Id
    readonly weekday: Weekday
    readonly held: Period
    /** null while it is only agreed. */
    readonly startedOn: IsoDate | null
  }[]
  readonly pauses: readonly { readonly placementId: Id; readonly during: Period }[]
  /** From when on nothing is wanted at all: it is over or at rest. */
  readonly nothingFrom: IsoDate | null
}

/** What is wanted in a week and what of it is given; carers' minutes. */
export type WeeklyNeed = Pick<SpellPiece, 'wantedMinutes' | 'deliveredMinutes' | 'unplaced'>

/** The same over some days. */
export type NeedPiece = WeeklyNeed & Period

/** What is wanted and given as of a day: a visit that rests with its placement is not wanted, one that is only agreed is not given. */
export function needOn({ lines, placed, pauses, nothingFrom }: NeedFacts, day: IsoDate): WeeklyNeed {
  if (nothingFrom !== null && day >= nothingFrom) return { wantedMinutes: 0, deliveredMinutes: 0, unplaced: [] }
  const resting = new Set(pauses.flatMap(({ placementId, during }) => (holds(during, day) ? placementId : [])))
  const giver = new Map(
    placed.flatMap((visit) => (holds(visit.held, day) ? [[`${visit.lineId} ${visit.weekday}`, visit] as const] : [])),
  )
  let [wantedMinutes, deliveredMinutes] = [0, 0]
  const missing = new Map<string, SpellPiece['unplaced'][number]>()
  for (const { id, band, days, minutes, carers, held } of lines) {
    if (!holds(held, day)) continue
    for (const weekday of days) {
      const given = giver.get(`${id} ${weekday}`)
      if (given && resting.has(given.placementId)) continue
      wantedMinutes += minutes * carers
      if (given?.startedOn != null && given.startedOn <= day) deliveredMinutes += minutes * carers
      else {
        const key = `${bands.indexOf(band)} ${carers}`
        const before = missing.get(key)?.minutes ?? 0
        missing.set(key, { band, carers, minutes: before + minutes * carers })
      }
    }
  }
  const unplaced = [...missing].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
  return { wantedMinutes, deliveredMinutes, unplaced }
}

/** What is wanted and given from a day to another, which is taken to last: one piece for each change. */
export function needOver(facts: NeedFacts, from: IsoDate, today: IsoDate): NeedPiece[] {
  const turns = [
    ...[...facts.lines, ...facts.placed].flatMap(({ held }) => [held.from, held.until]),
    ...facts.placed.map(({ startedOn }) => startedOn),
    ...facts.pauses.flatMap(({ during }) => [during.from, during.until]),
    facts.nothingFrom,
  ]
  const within = turns.filter((day) => day !== null && day > from && day <= today) as IsoDate[]
  const days = [from, ...new Set(within.toSorted())]
  const pieces: NeedPiece[] = []
  for (const [at, day] of days.entries()) {
    const need = needOn(facts, day)
    const before = pieces.at(-1)
    const until = days[at + 1] ?? null
    if (before && sameNeed(before, need)) pieces[pieces.length - 1] = { ...before, until }
    else pieces.push({ ...need, from: day, until })
  }
  return pieces
}

const holds = ({ from, until }: Period, day: IsoDate): boolean => from <= day && (until === null || day < until)

const sameNeed = (a: WeeklyNeed, b: WeeklyNeed): boolean =>
  a.wantedMinutes === b.wantedMinutes &&
  a.deliveredMinutes === b.deliveredMinutes &&
  JSON.stringify(a.unplaced) === JSON.stringify(b.unplaced)
