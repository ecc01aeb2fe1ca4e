import type { Db } from '../../../../core/db/index.ts'
import { type Id, newId } from '../../../../core/values/index.ts'
import type { Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import type { Role, StandingState } from '../../../standing.ts'
import { type Writing, writeFacts } from './writing.ts'

/** Finds the place of an organisation in a lot, or makes it. */
export async function writeLotProvider(
  db: Db,
  { partnershipId, contractId }: Writing,
  {
    lotId,
    organisationId,
    followsId,
  }: { readonly lotId: Id; readonly organisationId: Id; readonly followsId?: Id | undefined },
): Promise<Id> {
  const found = await procurement(db)
    .selectFrom('lot_provider as p')
    .select('p.id')
    .where('p.partnership_id', '=', partnershipId)
    .where('p.lot_id', '=', lotId)
    .where('p.organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (found) return found.id
  const id = newId()
  await procurement(db)
    .insertInto('lot_provider')
    .values({
      partnership_id: partnershipId,
      id,
      lot_id: lotId,
      contract_id: contractId,
      organisation_id: organisationId,
      follows_id: followsId ?? null,
      published: false,
    })
    .execute()
  return id
}

/** How a provider stands in a lot over some days, and what that rests on. */
export interface StandingRow {
  readonly lotProviderId: Id
  readonly lotId: Id
  readonly organisationId: Id
  /** As its lot says. */
  readonly registered: boolean
  readonly held: Days
  readonly role: Role
  readonly rank: number | null
  readonly state: StandingState
  readonly registrationId: Id | null
  /** The award that the place rests on, among the gates of placing. */
  readonly awardId: Id
}

/** Writes how providers stand, at once, so that two may change places. */
export const writeStandings = (db: Db, writing: Writing, standings: readonly StandingRow[]): Promise<void> =>
  writeFacts(
    db,
    writing,
    'standing',
    standings.map((standing) => ({
      subjectId: standing.lotProviderId,
      held: standing.held,
      values: {
        contract_id: writing.contractId,
        lot_id: standing.lotId,
        organisation_id: standing.organisationId,
        role: standing.role,
        rank: standing.rank,
        state: standing.state,
        registered: standing.registered,
        registration_id: standing.registrationId,
        award_id: standing.awardId,
      },
    })),
  )
