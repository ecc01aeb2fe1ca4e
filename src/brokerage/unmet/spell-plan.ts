import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Spell, SpellPiece, UnmetReason } from '../spell.ts'
import { type NeedFacts, type NeedPiece, needOver } from './weekly-need.ts'

/** A spell as it is written down; new ones have no identifier yet. */
export interface PlannedSpell extends Pick<Spell, 'endedOn' | 'endReason' | 'pieces'> {
  readonly id: Id | null
  readonly beganOn: IsoDate
}

/** What a plan starts from. */
export interface SpellsAsked {
  readonly facts: NeedFacts
  /** Why nothing is wanted from `facts.nothingFrom` on. */
  readonly overBecause: 'ended' | 'withdrawn' | 'at-rest' | null
  readonly readyOn: IsoDate
  readonly today: IsoDate
  /** Why it waits now. */
  readonly reason: UnmetReason
  readonly inHospital: boolean
  /** The latest spell of the package that is written down. */
  readonly last: (PlannedSpell & { readonly id: Id }) | undefined
}

/**
 * The spells of a package from the latest that is known on: that one as it should read now, and any that came after it.
 * Days already written down keep their reason, cover, harm and review; the need itself is worked out anew.
 */
export function planSpells(asked: SpellsAsked): PlannedSpell[] {
  const { facts, last, today } = asked
  const from = windowStart(asked)
  if (from > today) return last ? [last] : []
  const runs = runsOf(needOver(facts, from, today))
  const goesOn = last && last.endReason !== 'at-rest' && runs[0]?.[0]?.from === from ? runs.shift() : undefined
  const first = last ? [goesOn ? continued(asked, last, goesOn) : closed(asked, last, from)] : []
  return [...first, ...runs.map((run) => spellOf(asked, null, run, []))]
}

/** The first day that is looked at: what was at rest counts again from today. */
function windowStart({ last, readyOn, today }: SpellsAsked): IsoDate {
  if (!last) return readyOn
  if (last.endedOn === null) return last.beganOn
  return last.endReason === 'care-in-place' ? last.endedOn : today
}

/** Days in a row on which something is missing, each with the day on which that ended. */
const runsOf = (pieces: readonly NeedPiece[]): NeedPiece[][] => {
  const runs: NeedPiece[][] = []
  let open: NeedPiece[] | undefined
  for (const piece of pieces) {
    if (piece.unplaced.length === 0) open = undefined
    else if (open) open.push(piece)
    else {
      open = [piece]
      runs.push(open)
    }
  }
  return runs
}

/** A spell that lasts at least one of the days looked at; of one that was over the days before stay as they were. */
function continued(asked: SpellsAsked, last: PlannedSpell & { id: Id }, run: readonly NeedPiece[]): PlannedSpell {
  const before = last.endedOn === null ? [] : last.pieces
  const spell = spellOf(asked, last.id, run, last.pieces)
  return { ...spell, beganOn: last.beganOn, pieces: merged([...before, ...spell.pieces]) }
}

/** The latest spell when the days looked at begin without one: over since then. */
function closed(asked: SpellsAsked, last: PlannedSpell, from: IsoDate): PlannedSpell {
  if (last.endedOn !== null) return last
  return { ...last, endedOn: from, endReason: endReasonOn(asked, from), pieces: [] }
}

function spellOf(
  asked: SpellsAsked,
  id: Id | null,
  run: readonly NeedPiece[],
  known: readonly SpellPiece[],
): PlannedSpell {
  const [beganOn, endedOn] = [run[0]?.from ?? asked.today, run.at(-1)?.until ?? null]
  return {
    id,
    beganOn,
    endedOn,
    endReason: endedOn === null ? null : endReasonOn(asked, endedOn),
    pieces: merged(run.flatMap((piece) => withWhatIsKnown(asked, piece, known))),
  }
}

function endReasonOn({ facts, overBecause }: SpellsAsked, day: IsoDate): Spell['endReason'] {
  if (facts.nothingFrom !== null && day >= facts.nothingFrom) return overBecause
  const rests = facts.pauses.some(({ during }) => during.from === day)
  const begins = facts.placed.some(({ startedOn, held }) => startedOn === day || held.from === day)
  return rests && !begins ? 'at-rest' : 'care-in-place'
}

/** A piece cut where what is known besides changes: cover, harm and review stay, the reason of days gone by too. */
function withWhatIsKnown(asked: SpellsAsked, piece: NeedPiece, known: readonly SpellPiece[]): SpellPiece[] {
  const { today, reason, inHospital } = asked
  const cuts = [today, ...known.map(({ from }) => from)].filter(
    (day) => day > piece.from && (piece.until === null || day < piece.until),
  )
  const days = [piece.from, ...new Set(cuts.toSorted())]
  return days.map((from, at) => {
    const was = known.findLast((one) => one.from <= from)
    const kept = was && (from < today || was.reason === 'choice') ? was.reason : reason
    return {
      ...piece,
      from,
      until: days[at + 1] ?? piece.until,
      reason: kept,
      interim: was?.interim ?? (inHospital ? 'in-hospital' : 'none'),
      harm: was?.harm ?? 'not-assessed',
      reviewOn: was?.reviewOn ?? null,
    }
  })
}

/** Pieces of which neighbours that say the same are one. */
export function merged(pieces: readonly SpellPiece[]): SpellPiece[] {
  const all: SpellPiece[] = []
  for (const piece of pieces) {
    const before = all.at(-1)
    if (before && before.until === piece.from && samePiece(before, piece))
      all[all.length - 1] = { ...before, until: piece.until }
    else all.push(piece)
  }
  return all
}

/** Whether two pieces say the same of their days. */
export const samePiece = (a: SpellPiece, b: SpellPiece): boolean => contentOf(a) === contentOf(b)

const contentOf = ({ wantedMinutes, deliveredMinutes, interim, reason, harm, reviewOn, unplaced }: SpellPiece) =>
  JSON.stringify([
    [wantedMinutes, deliveredMinutes, interim, reason, harm, reviewOn],
    unplaced.map(({ band, carers, minutes }) => [band, carers, minutes]),
  ])
