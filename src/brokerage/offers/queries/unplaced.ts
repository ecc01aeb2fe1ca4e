import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { daysOfMask, type VisitLine } from '../../visit-line.ts'
import { type GivenVisit, leftOf, type Unplaced, unplacedFrom, type WantedLine } from '../unplaced.ts'
import { offerBy } from './offer.ts'

/** The visits of a package that somebody gives on some day from a day on. */
export async function givenVisits(db: Db, partnershipId: Id, packageId: Id, from: IsoDate): Promise<GivenVisit[]> {
  const rows = await brokerage(db)
    .selectFrom('placed_visit')
    .select(['line_id', 'weekday', 'held'])
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .where(sql<boolean>`(upper_inf(held) or upper(held) > ${from}::date)`)
    .execute()
  return rows.map(({ line_id: lineId, weekday, held }) => ({ lineId, weekday, ...periodFrom(held) }))
}

/** The lines of a package that are wanted on some day, or on some day from a day on. */
export async function wantedLines(db: Db, partnershipId: Id, packageId: Id, from?: IsoDate): Promise<WantedLine[]> {
  const rows = await brokerage(db)
    .selectFrom('package_line')
    .select(['id', 'band', 'days', 'minutes', 'carers', 'held'])
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .$if(from !== undefined, (some) => some.where(sql<boolean>`(upper_inf(held) or upper(held) > ${from}::date)`))
    .orderBy('id')
    .execute()
  return rows.map(({ days, held, ...line }) => ({ line: { ...line, days: daysOfMask(days) }, ...periodFrom(held) }))
}

/** What is still to be placed of a package, and from which day on; undefined when all of it is given. */
export async function unplacedOf(
  db: Db,
  partnershipId: Id,
  packageId: Id,
  from: IsoDate,
): Promise<Unplaced | undefined> {
  const wanted = await wantedLines(db, partnershipId, packageId, from)
  return unplacedFrom(wanted, await givenVisits(db, partnershipId, packageId, from), from)
}

/** What of an offer nobody else took; asked by the partnership or the product, who see every placement. */
export async function leftOfOffer(db: Db, partnershipId: Id, offerId: Id): Promise<readonly VisitLine[]> {
  const offer = await offerBy(db, partnershipId, { id: offerId })
  if (!offer) return []
  const round = await brokerage(db)
    .selectFrom('offer_round')
    .select('start_by')
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', offer.roundId)
    .executeTakeFirstOrThrow()
  const given = await givenVisits(db, partnershipId, offer.packageId, round.start_by)
  return leftOf(offer.ask.lines, given, round.start_by)
}
