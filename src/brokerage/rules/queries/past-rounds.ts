import { sql } from 'kysely'
import { byColumn, type Columns, type Db } from '../../../core/db/index.ts'
import { entriesByRule } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { type VisitLine, weeklyMinutes } from '../../visit-line.ts'
import type { PastApproval } from '../next-offers.ts'
import type { MadeOffer, PastRound } from '../past-round.ts'

/** The name under which decisions about offers stand in the ledger. */
const offerOrder = 'offer-order'

interface Row {
  readonly id: Id
  readonly packageId: Id
  readonly reference: string
  readonly number: number
  readonly openedAt: Date
  readonly lines: readonly VisitLine[]
  readonly offers: Columns<Made>
  readonly approvals: Columns<PastApproval>
}

type Made = Omit<MadeOffer, 'sentAt'> & { readonly sentAt: string }

const offerRows = byColumn<Made>({
  organisationId: 'o.organisation_id',
  organisation: 'n.name',
  step: 'o.step',
  turn: 'o.turn',
  state: 'o.state',
  acceptedMinutes: 'o.accepted_minutes',
  sentAt: 'o.sent_at',
})

const approvalRows = byColumn<PastApproval>({ organisationId: 'a.organisation_id', step: 'a.step', state: 'a.state' })

/** Rounds of a service that went to their end and were opened between two instants, by when they were, with what the ledger kept of them; so many at a time, after one that was read before. Two queries. */
export async function pastRounds(
  db: Db,
  partnershipId: Id,
  {
    serviceType,
    from,
    to,
    after,
    limit,
  }: {
    readonly serviceType: string
    readonly from: Date
    readonly to: Date
    readonly after?: Pick<PastRound, 'openedAt' | 'id'> | undefined
    readonly limit: number
  },
): Promise<PastRound[]> {
  const next = after
    ? sql`and (r.opened_at, r.id) > (${after.openedAt.toISOString()}::timestamptz, ${after.id})`
    : sql``
  const { rows } = await sql<Row>`select r.id, r.package_id as "packageId", p.reference, r.number,
      r.opened_at as "openedAt", r.lines,
      ${offerRows.from(sql`(select * from offer where partnership_id = ${partnershipId} and package_id = r.package_id
          and round_id = r.id order by sent_at, step, turn) o join organisation n on n.id = o.organisation_id`)} as offers,
      ${approvalRows.from(sql`price_approval a where a.partnership_id = ${partnershipId} and a.round_id = r.id`)} as approvals
    from offer_round r join care_package p on p.partnership_id = ${partnershipId} and p.id = r.package_id
    where r.partnership_id = ${partnershipId} and r.state = 'done' and p.service_type_key = ${serviceType}
      and r.opened_at >= ${from.toISOString()}::timestamptz and r.opened_at < ${to.toISOString()}::timestamptz ${next}
    order by r.opened_at, r.id limit ${limit}`.execute(brokerage(db))
  const kept = await decisionsOf(
    db,
    partnershipId,
    rows.map(({ packageId }) => packageId),
  )
  return rows.map(({ packageId, lines, offers, approvals, ...round }) => ({
    ...round,
    wantedMinutes: weeklyMinutes(lines),
    decisions: kept.get(round.id) ?? [],
    offers: offerRows
      .rows(offers)
      .map(({ sentAt, ...offer }) => ({ ...offer, sentAt: new Date(sentAt) }))
      .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || a.step - b.step || a.turn - b.turn),
    approvals: approvalRows.rows(approvals),
  }))
}

type Kept = PastRound['decisions'][number] & { readonly roundId: Id }

async function decisionsOf(db: Db, partnershipId: Id, packageIds: readonly Id[]) {
  const entries = await entriesByRule(db, partnershipId, { rule: offerOrder, kind: 'package', ids: packageIds })
  const kept = entries.flatMap(({ payload }) => (isKept(payload) ? [payload] : []))
  return Map.groupBy(kept, ({ roundId }) => roundId)
}

/** An entry whose payload was erased says nothing any more. */
const isKept = (payload: unknown): payload is Kept =>
  typeof payload === 'object' && payload !== null && 'roundId' in payload && 'input' in payload && 'decision' in payload
