import { sql } from 'kysely'
import { type Db, keptPlan } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { byBand } from '../../requests/queries/package-row.ts'
import { brokerage } from '../../schema/index.ts'
import { daysOfMask, type VisitLine } from '../../visit-line.ts'
import type { DeskPackage, DeskRound, LiveOffer } from '../desk-row.ts'

/** Offers of a package that its row needs at most. */
const mostOffers = 5

type Row = Omit<DeskPackage, 'lines' | 'round'> & {
  readonly lines: readonly (Omit<VisitLine, 'days'> & { readonly days: number })[]
  readonly round:
    | (Omit<DeskRound, 'closedAt' | 'offers'> & {
        readonly closedAt: string | null
        readonly offers: readonly (Omit<LiveOffer, 'sentAt' | 'dueAt'> & {
          readonly sentAt: string
          readonly dueAt: string | null
        })[]
      })
    | null
}

/** Some packages as rows of the desk show them. One query, however many. */
export async function deskPackages(
  db: Db,
  partnershipId: Id,
  { ids, on }: { readonly ids: readonly Id[]; readonly on: IsoDate },
): Promise<Map<Id, DeskPackage>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`${keptPlan}select p.id, p.reference, p.version, p.service_type_key as "serviceType",
      p.area_code as area, p.district, p.needs, p.origin, p.ready_at as "readyAt",
      p.unplaced_minutes as "unplacedMinutes", p.broker_id as "brokerId",
      p.review_on as "reviewOn",
      (select max(t.ends_on) from placement t where t.partnership_id = p.partnership_id and t.package_id = p.id
        and t.started_on is not null and t.state <> 'cancelled') as "careEndsOn",
      (select a.name from account a where a.id = p.broker_id) as broker,
      (select s.id from unmet_spell s where s.partnership_id = p.partnership_id and s.package_id = p.id
        and s.ended_on is null and s.kind = 'need' limit 1) as "spellId",
      coalesce((select json_agg(json_build_object('id', l.id, 'band', l.band, 'days', l.days, 'minutes', l.minutes,
          'carers', l.carers) order by l.id) from package_line l
        where l.partnership_id = p.partnership_id and l.package_id = p.id and l.held @> ${on}::date), '[]') as lines,
      (select json_build_object('step', r.step, 'state', r.state, 'closedAt', r.closed_at,
          'hours', v.hours, 'steps', v.steps,
          'asked', (select count(*) from offer o where o.partnership_id = r.partnership_id and o.round_id = r.id
            and o.package_id = p.id),
          'approvalOf', (select g.name from price_approval a join organisation g on g.id = a.organisation_id
            where a.partnership_id = r.partnership_id and a.round_id = r.id and a.state = 'asked' limit 1),
          'offers', coalesce((select json_agg(json_build_object('organisation', g.name, 'state', o.state,
              'step', o.step, 'turn', o.turn, 'sentAt', o.sent_at, 'dueAt', o.due_at, 'leftMinutes', o.left_minutes)
              order by (o.state = 'open'), o.due_at, o.turn)
            from (select * from offer o where o.partnership_id = r.partnership_id and o.package_id = p.id
              and o.state in ('open', 'asked', 'proposed') order by (o.state = 'open'), o.due_at, o.turn
              limit ${mostOffers}) o join organisation g on g.id = o.organisation_id), '[]'))
        from offer_round r
          join offer_rule_version v on v.partnership_id = r.partnership_id and v.id = r.rule_version_id
        where r.partnership_id = p.partnership_id and r.package_id = p.id
        order by r.number desc limit 1) as round
    from care_package p
    where p.partnership_id = ${partnershipId} and p.id = any(${`{${ids.join(',')}}`}::uuid[])`.execute(brokerage(db))
  return new Map(
    rows.map(({ round, lines, ...row }) => [
      row.id,
      {
        ...row,
        lines: lines.map((line) => ({ ...line, days: daysOfMask(line.days) })).sort(byBand),
        round: round && roundOf(round),
      },
    ]),
  )
}

const roundOf = ({ closedAt, offers, ...round }: NonNullable<Row['round']>): DeskRound => ({
  ...round,
  closedAt: closedAt === null ? null : new Date(closedAt),
  offers: offers.map(({ sentAt, dueAt, ...offer }) => ({
    ...offer,
    sentAt: new Date(sentAt),
    dueAt: dueAt === null ? null : new Date(dueAt),
  })),
})
