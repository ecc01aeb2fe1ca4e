import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** What a provider has been told of an offer, asked about it, and came to of it. */
export interface OfferTold {
  readonly questions: readonly {
    readonly words: string
    readonly askedAt: Date
    readonly answer: string | null
    readonly answeredAt: Date | null
  }[]
  /** Told and not taken back. */
  readonly penPicture: string | null
  readonly person: Readonly<Record<string, string>> | null
  readonly placement: { readonly reference: string; readonly startsOn: IsoDate } | null
}

/** What stands beside an offer; read under the provider's own actor, who finds its own only. */
export async function offerTold(db: Db, partnershipId: Id, offerId: Id): Promise<OfferTold> {
  const view = brokerage(db)
  const questions = await view
    .selectFrom('offer_question')
    .select(['words', 'asked_at as askedAt', 'answer', 'answered_at as answeredAt'])
    .where('partnership_id', '=', partnershipId)
    .where('offer_id', '=', offerId)
    .orderBy('asked_at')
    .limit(50)
    .execute()
  const reveals = await view
    .selectFrom('reveal')
    .select(['stage', 'content'])
    .where('partnership_id', '=', partnershipId)
    .where('offer_id', '=', offerId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const placement = await view
    .selectFrom('placement')
    .select(['reference', 'starts_on as startsOn'])
    .where('partnership_id', '=', partnershipId)
    .where('offer_id', '=', offerId)
    .orderBy('id')
    .executeTakeFirst()
  const contentOf = (stage: 'pen-picture' | 'person') => reveals.find((one) => one.stage === stage)?.content ?? null
  return {
    // What was answered goes with the description: once that is taken back, so is the answer.
    questions: reveals.length > 0 ? questions : questions.map((question) => ({ ...question, answer: null })),
    penPicture: contentOf('pen-picture')?.penPicture ?? null,
    person: contentOf('person'),
    placement: placement ?? null,
  }
}

/** Visits a week that a provider gives already in a postcode district of a partnership. */
export async function visitsInDistrict(
  db: Db,
  { partnershipId, organisationId, district, on }: DistrictAsked,
): Promise<number> {
  const { rows } = await sql<{ visits: number }>`select count(*)::integer as visits
    from placement p
    join offer o on o.partnership_id = p.partnership_id and o.id = p.offer_id and o.ask ->> 'district' = ${district}
    join placed_visit v on v.partnership_id = p.partnership_id and v.placement_id = p.id and v.held @> ${on}::date
    where p.partnership_id = ${partnershipId} and p.organisation_id = ${organisationId}
      and p.state in ('agreed', 'started', 'notice')`.execute(brokerage(db))
  return rows[0]?.visits ?? 0
}

interface DistrictAsked {
  readonly partnershipId: Id
  readonly organisationId: Id
  readonly district: string
  readonly on: IsoDate
}
