import type { Db } from '../../../../core/db/index.ts'
import { type Id, newId } from '../../../../core/values/index.ts'
import type { Days } from '../../../contract.ts'
import { procurement } from '../../../schema/index.ts'
import type { Role, StandingState } from '../../../standing.ts'
import { inSlices, type Writing, type Written, writeFacts } from './writing.ts'

/** The place of an organisation in a lot. */
export interface PlaceInLot {
  readonly lotId: Id
  readonly organisationId: Id
  readonly followsId?: Id | undefined
}

/** Finds the place of an organisation in a lot, or makes it. */
export async function writeLotProvider(db: Db, writing: Writing, place: PlaceInLot): Promise<Id> {
  const [id] = await writeLotProviders(db, [{ writing, ...place }])
  if (id === undefined) throw new Error('A place was not written.')
  return id
}

/** The same for many places at once, in their order. */
export async function writeLotProviders(db: Db, places: readonly (PlaceInLot & Written)[]): Promise<Id[]> {
  const keyOf = (lotId: Id, organisationId: Id) => `${lotId} ${organisationId}`
  const ids = new Map<string, Id>()
  await inSlices(places, async (slice) => {
    const found = await procurement(db)
      .selectFrom('lot_provider as p')
      .select(['p.id', 'p.lot_id', 'p.organisation_id'])
      .where('p.partnership_id', '=', slice[0]?.writing.partnershipId ?? '')
      .where('p.lot_id', 'in', [...new Set(slice.map(({ lotId }) => lotId))])
      .execute()
    for (const { id, lot_id, organisation_id } of found) ids.set(keyOf(lot_id, organisation_id), id)
  })
  const rows = places.flatMap(({ writing, lotId, organisationId, followsId }) => {
    const key = keyOf(lotId, organisationId)
    if (ids.has(key)) return []
    const id = newId()
    ids.set(key, id)
    return [
      {
        partnership_id: writing.partnershipId,
        id,
        lot_id: lotId,
        contract_id: writing.contractId,
        organisation_id: organisationId,
        follows_id: followsId ?? null,
        published: false,
      },
    ]
  })
  await inSlices(rows, (slice) => procurement(db).insertInto('lot_provider').values(slice).execute())
  return places.map(({ lotId, organisationId }) => ids.get(keyOf(lotId, organisationId)) ?? '')
}

/** How a provider stands in a lot over some days, and what that rests on. */
export interface StandingRow extends Written {
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
export const writeStandings = (db: Db, standings: readonly StandingRow[]): Promise<void> =>
  writeFacts(
    db,
    'standing',
    standings.map(({ writing, ...standing }) => ({
      writing,
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
