import { sql } from 'kysely'
import { type Partnership, partnershipById } from '../../../core/auth/index.ts'
import { ahead, json, keptPlan } from '../../../core/db/index.ts'
import { rangeOf } from '../../../core/history/index.ts'
import { nextReference } from '../../../core/references/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { Band, WeeklyVisit } from '../../visit-line.ts'
import type { Days } from '../course.ts'

/** A placement with its visits, whose capacity is taken already. */
export interface NewPlacement {
  readonly organisationId: Id
  readonly offerId: Id | null
  readonly contractId: Id | null
  readonly lotId: Id | null
  readonly followsId: Id | null
  readonly startsOn: IsoDate
  /** When care goes on without a break under another provider; null until its start is confirmed. */
  readonly startedOn: IsoDate | null
  readonly shortTermUntil: IsoDate | null
  readonly committed: Partial<Record<Band, number>>
  readonly visits: readonly (WeeklyVisit & Days)[]
  /** Looked up when left out. */
  readonly partnership?: Pick<Partnership, 'id' | 'prefix'>
}

/** Writes a placement with its visits. That nobody else gives one of them on a day the database refuses by itself. */
export async function writePlacement(
  { db, partnershipId, at }: Work,
  of: Pick<CarePackage, 'id' | 'personId' | 'serviceType' | 'area'>,
  made: NewPlacement,
): Promise<{ readonly placementId: Id; readonly reference: string }> {
  const placementId = newId()
  const reference = await nextReference(db, made.partnership ?? (await partnershipById(db, partnershipId)), 'PLC')
  const visits = made.visits.map(({ lineId, weekday, ...days }) => ({
    id: newId(),
    line_id: lineId,
    weekday,
    held: rangeOf(days),
  }))
  await ahead(
    brokerage(db),
    brokerage(db)
      .with('made', (also) =>
        also.insertInto('placement').values({
          partnership_id: partnershipId,
          id: placementId,
          reference,
          package_id: of.id,
          person_id: of.personId,
          organisation_id: made.organisationId,
          offer_id: made.offerId,
          contract_id: made.contractId,
          lot_id: made.lotId,
          follows_id: made.followsId,
          service_type_key: of.serviceType,
          area_code: of.area,
          state: made.startedOn === null ? 'agreed' : 'started',
          version: 1,
          agreed_at: at,
          starts_on: made.startsOn,
          started_on: made.startedOn,
          ends_on: null,
          short_term_until: made.shortTermUntil,
          notice_on: null,
          end_reason: null,
          accepted_minutes:
            made.offerId === null ? 0 : Object.values(made.committed).reduce((sum, minutes) => sum + minutes, 0),
          committed: json(made.committed),
        }),
      )
      .insertInto('placed_visit')
      .columns(['partnership_id', 'placement_id', 'package_id', 'organisation_id', 'id', 'line_id', 'weekday', 'held'])
      .expression(
        sql`select ${partnershipId}::uuid, ${placementId}::uuid, ${of.id}::uuid, ${made.organisationId}::uuid, t.*
        from jsonb_to_recordset(${json(visits)}) as t (id uuid, line_id uuid, weekday smallint, held daterange)`,
      )
      .modifyEnd(keptPlan),
  )
  return { placementId, reference }
}
