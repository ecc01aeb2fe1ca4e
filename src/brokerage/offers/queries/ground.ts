import { type Selectable, sql } from 'kysely'
import { type Partnership, toldPartnership } from '../../../core/auth/index.ts'
import { calendarTold, type ToldCalendar, toldCalendar, type WorkingCalendar } from '../../../core/calendar/index.ts'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Offer } from '../../offer.ts'
import type { OfferRule } from '../../offer-rule.ts'
import { type RuleRow, ruleColumns, ruleFrom } from '../../rules/queries/rule-row.ts'
import { brokerage } from '../../schema/index.ts'
import type { OfferTables } from '../../schema/offers.ts'
import { type Band, daysOfMask, type Weekday } from '../../visit-line.ts'
import type { Round } from '../round.ts'
import type { GivenVisit, WantedLine } from '../unplaced.ts'
import type { PriceApproval } from './approvals.ts'
import { type OfferRow, offerOf } from './offer.ts'
import { roundOf } from './round.ts'

/** An open round with what was done in it. */
interface OpenRound {
  readonly round: Round
  readonly rule: OfferRule
  readonly offers: readonly Offer[]
  readonly approvals: readonly PriceApproval[]
  /** Offers of it beyond which its provider was told something that was not taken back. */
  readonly revealed: readonly Id[]
}

/** What a command about offers looks at beside the package itself. */
export interface OfferGround {
  /** Over all days. */
  readonly wanted: readonly WantedLine[]
  readonly given: readonly GivenVisit[]
  /** The number of the last round; 0 before the first. */
  readonly rounds: number
  readonly open: OpenRound | undefined
  readonly partnership: Partnership
  readonly calendar: WorkingCalendar
}

/** A row as JSON carries it: instants as text. */
type Told<Row> = {
  readonly [name in keyof Row]: Row[name] extends Date
    ? string
    : Row[name] extends Date | null
      ? string | null
      : Row[name]
}

interface Row {
  readonly wanted: readonly {
    readonly id: Id
    readonly band: Band
    readonly days: number
    readonly minutes: number
    readonly carers: 1 | 2
    readonly held: string
  }[]
  readonly given: readonly { readonly lineId: Id; readonly weekday: Weekday; readonly held: string }[]
  readonly rounds: number
  readonly round: Told<Selectable<OfferTables['offer_round']>> | null
  readonly rule: RuleRow | null
  readonly offers: readonly Told<OfferRow>[]
  readonly approvals: readonly Told<PriceApproval>[]
  readonly revealed: readonly Id[]
  readonly partnership: Partnership
  readonly calendar: ToldCalendar
}

/** What is wanted, given and offered of a package, and by what its clocks run. One query, to be asked once the package is locked. */
export async function offerGround(db: Db, partnershipId: Id, packageId: Id): Promise<OfferGround> {
  const own = sql`t.partnership_id = ${partnershipId} and t.package_id = ${packageId}`
  const ofRound = sql`t.partnership_id = ${partnershipId} and t.round_id = (select id from round)`
  const { rows } = await sql<Row>`${keptPlan}with round as materialized (select * from offer_round t
      where ${own} and t.state in ('running', 'paused', 'approval'))
    select coalesce((select json_agg(json_build_object('id', t.id, 'band', t.band, 'days', t.days, 'minutes', t.minutes,
        'carers', t.carers, 'held', t.held) order by t.id) from package_line t where ${own}), '[]') as wanted,
      coalesce((select json_agg(json_build_object('lineId', t.line_id, 'weekday', t.weekday, 'held', t.held))
        from placed_visit t where ${own}), '[]') as given,
      coalesce((select max(t.number) from offer_round t where ${own}), 0) as rounds,
      (select row_to_json(t) from round t) as round,
      (select row_to_json(x) from (select ${ruleColumns} from offer_rule_version v
        join offer_rule r on r.partnership_id = v.partnership_id and r.id = v.rule_id
        where v.partnership_id = ${partnershipId} and v.id = (select rule_version_id from round)) x) as rule,
      coalesce((select json_agg(row_to_json(x) order by x.step, x.turn) from (select t.*, g.name as organisation
        from offer t join organisation g on g.id = t.organisation_id where ${ofRound}) x), '[]') as offers,
      coalesce((select json_agg(json_build_object('id', t.id, 'roundId', t.round_id, 'packageId', t.package_id,
        'step', t.step, 'organisationId', t.organisation_id, 'hourlyPence', t.hourly_pence, 'abovePence', t.above_pence,
        'weeklyPence', t.weekly_pence, 'state', t.state, 'askedAt', t.asked_at, 'decidedAt', t.decided_at,
        'decidedBy', t.decided_by, 'words', t.words) order by t.id) from price_approval t where ${ofRound}), '[]') as approvals,
      coalesce((select json_agg(distinct t.offer_id) from reveal t where ${own} and t.offer_id is not null
        and t.withdrawn_at is null), '[]') as revealed,
      ${toldPartnership(partnershipId)} as partnership, ${toldCalendar(partnershipId)} as calendar`.execute(
    brokerage(db),
  )
  const [row] = rows
  if (!row) throw new Error('A package was not answered for.')
  return {
    wanted: row.wanted.map(({ days, held, ...line }) => ({
      line: { ...line, days: daysOfMask(days) },
      ...periodFrom(held),
    })),
    given: row.given.map(({ held, ...visit }) => ({ ...visit, ...periodFrom(held) })),
    rounds: row.rounds,
    open: openOf(row),
    partnership: row.partnership,
    calendar: calendarTold(row.calendar),
  }
}

function openOf({ round, rule, offers, approvals, revealed }: Row): OpenRound | undefined {
  if (!round) return undefined
  if (!rule) throw new Error('A round has no rule.')
  return {
    round: roundOf({
      ...round,
      opened_at: new Date(round.opened_at),
      paused_at: instant(round.paused_at),
      closed_at: instant(round.closed_at),
    }),
    rule: ruleFrom(rule),
    offers: offers.map((offer) =>
      offerOf({
        ...offer,
        sent_at: new Date(offer.sent_at),
        due_at: instant(offer.due_at),
        answered_at: instant(offer.answered_at),
      }),
    ),
    approvals: approvals.map(({ askedAt, decidedAt, ...approval }) => ({
      ...approval,
      askedAt: new Date(askedAt),
      decidedAt: instant(decidedAt),
    })),
    revealed,
  }
}

const instant = (told: string | null): Date | null => (told === null ? null : new Date(told))
