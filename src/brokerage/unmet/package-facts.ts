import { periodFrom } from '../../core/history/index.ts'
import { type Id, type IsoDate, londonDate } from '../../core/values/index.ts'
import type { Origin, PackageState } from '../care-package.ts'
import type { DeclineReason, OfferState } from '../offer.ts'
import type { PlacementState } from '../placement.ts'
import type { Spell, SpellPiece } from '../spell.ts'
import { type Band, daysOfMask, type Weekday } from '../visit-line.ts'
import type { SpellsAsked } from './spell-plan.ts'
import { unmetReasonOf } from './unmet-reason.ts'

/** A package with everything that its spell of unmet need is worked out from, as it stands in the database. */
export interface PackageFacts {
  readonly id: Id
  readonly person_id: Id
  readonly need: string
  readonly service_type_key: string
  readonly area_code: string
  readonly origin: Origin
  readonly state: PackageState
  readonly ready_at: Date
  readonly ended_on: IsoDate | null
  /** As they were noted last. */
  readonly unplaced_minutes: number
  readonly review_on: IsoDate | null
  readonly lines: readonly {
    readonly id: Id
    readonly band: Band
    readonly days: number
    readonly minutes: number
    readonly carers: 1 | 2
    readonly held: string
  }[]
  /** The oldest first. */
  readonly placements: readonly {
    readonly id: Id
    readonly state: PlacementState
    readonly started_on: IsoDate | null
    readonly ends_on: IsoDate | null
    readonly end_reason: string | null
  }[]
  readonly placed: readonly {
    readonly placement_id: Id
    readonly line_id: Id
    readonly weekday: Weekday
    readonly held: string
  }[]
  readonly pauses: readonly { readonly placement_id: Id; readonly during: string }[]
  /** The latest. */
  readonly round: {
    readonly state: 'running' | 'paused' | 'approval' | 'done' | 'cancelled'
    readonly outcome: 'placed' | 'part' | 'unmet' | null
    readonly offers: readonly { readonly state: OfferState; readonly reason: DeclineReason | null }[]
    readonly refused: number
  } | null
  /** The latest spell. */
  readonly last: {
    readonly id: Id
    readonly began_on: IsoDate
    readonly ended_on: IsoDate | null
    readonly end_reason: Spell['endReason']
    readonly pieces: readonly (SpellPiece & { readonly knownFrom: string })[]
    /** Until when anything else was known of it: what is told now has to come after. */
    readonly closedAt?: string | null
  } | null
}

/** What the plan of its spells is asked of. */
export function spellsAsked(facts: PackageFacts, at: Date): SpellsAsked & { readonly knownAt: Date } {
  const today = londonDate(at)
  const { last, state } = facts
  const instants = [...(last?.pieces.map(({ knownFrom }) => knownFrom) ?? []), last?.closedAt ?? []].flat()
  const known = instants.map((instant) => new Date(instant).getTime())
  return {
    facts: { ...needFacts(facts), nothingFrom: nothingFrom(facts, today) },
    overBecause: state === 'ended' || state === 'withdrawn' ? state : state === 'suspended' ? 'at-rest' : null,
    readyOn: londonDate(facts.ready_at),
    today,
    reason: reasonOf(facts),
    inHospital: facts.origin === 'hospital',
    last: last
      ? {
          id: last.id,
          beganOn: last.began_on,
          endedOn: last.ended_on,
          endReason: last.end_reason,
          pieces: last.pieces.map(({ knownFrom: _, ...piece }) => piece),
        }
      : undefined,
    knownAt: new Date(Math.max(0, ...known)),
  }
}

function needFacts({ lines, placements, placed, pauses }: PackageFacts) {
  const byId = new Map(placements.map((placement) => [placement.id, placement]))
  return {
    lines: lines.map(({ days, held, ...line }) => ({ ...line, days: daysOfMask(days), held: periodFrom(held) })),
    placed: placed.flatMap(({ placement_id, line_id, weekday, held }) => {
      const placement = byId.get(placement_id)
      const { from, until } = periodFrom(held)
      if (!placement || (placement.ends_on !== null && placement.ends_on <= from)) return []
      const during = { from, until: earlier(until, placement.ends_on) }
      const startedOn = placement.state === 'agreed' ? null : placement.started_on
      return { placementId: placement_id, lineId: line_id, weekday, held: during, startedOn }
    }),
    pauses: pauses.map(({ placement_id, during }) => ({ placementId: placement_id, during: periodFrom(during) })),
  }
}

function nothingFrom({ state, ended_on }: PackageFacts, today: IsoDate): IsoDate | null {
  if (state === 'ended' || state === 'withdrawn') return earlier(ended_on, today)
  return state === 'suspended' ? today : null
}

function reasonOf({ round, placements }: PackageFacts) {
  const isOver = round?.state === 'done' && round.outcome !== 'placed'
  return unmetReasonOf({
    round: isOver ? 'over' : 'open',
    offers: round?.offers ?? [],
    refusedPrices: round?.refused ?? 0,
    handedBack: placements.at(-1)?.end_reason?.startsWith('handed-back') ?? false,
  })
}

const earlier = (a: IsoDate | null, b: IsoDate | null): IsoDate | null => (a === null ? b : b === null || a < b ? a : b)
