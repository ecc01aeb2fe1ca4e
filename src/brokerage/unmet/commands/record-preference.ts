import type { Actor } from '../../../core/auth/index.ts'
import { type Db, json, sqlState } from '../../../core/db/index.ts'
import { recordHistories } from '../../../core/history/index.ts'
import { type Id, type IsoDate, londonDate, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { type Work, working } from '../../commands/work.ts'
import type { DeclineReason } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import type { Preference } from '../../spell.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { queueOf } from './queue-of.ts'
import type { CoverRecorded } from './record-cover.ts'

/** In what somebody has care, but not as they wanted it. */
export interface PreferenceToRecord {
  readonly partnershipId: Id
  readonly package: CarePackage
  readonly preference: Preference
  readonly reason: DeclineReason
  readonly since: IsoDate
  readonly reviewOn: IsoDate | null
  readonly at: Date
}

/** Records that care is otherwise than wanted: a spell of its own, that ends when it is as wanted. */
export const recordPreference = (db: Db, actor: Actor, asked: PreferenceToRecord): Promise<CoverRecorded> =>
  working({ db, partnershipId: asked.partnershipId, actor, at: asked.at }, async (work) => {
    const { partnershipId, preference, reason, since, reviewOn, at } = asked
    const { package: of } = asked
    const queued = await queueOf(work, of.id)
    if (!queued || queued.state === 'ended' || queued.state === 'withdrawn')
      return { outcome: 'refused', field: 'preference', sentence: 'The package is over' }
    if (since < of.assessedOn || since > londonDate(at))
      return { outcome: 'refused', field: 'since-day', sentence: 'The day must lie between the assessment and today' }
    const minutes = weeklyMinutes(of.lines)
    if (minutes === 0) return { outcome: 'refused', field: 'preference', sentence: 'The package wants no visits now' }
    const standing = await openPreference(work, of)
    if (standing) return { outcome: 'refused', field: 'preference', sentence: 'It is recorded already; end that first' }
    const id = newId()
    await brokerage(db)
      .insertInto('unmet_spell')
      .values({
        ...{ partnership_id: partnershipId, id, person_id: of.personId, package_id: of.id, need: of.need },
        ...{ service_type_key: of.serviceType, area_code: of.area, kind: 'preference', preference, origin: of.origin },
        ...{ began_at: new Date(`${since}T00:00:00Z`), began_on: since, ended_on: null, end_reason: null },
      })
      .execute()
      .catch((error: unknown) => {
        throw sqlState(error) === '23505' ? new Error('A preference of this need is open in another package.') : error
      })
    const values = {
      ...{ wanted_minutes: minutes, delivered_minutes: minutes, interim: 'none', reason, harm: 'not-assessed' },
      ...{ review_on: reviewOn, unplaced: json([]) },
    }
    await recordHistories(
      db,
      'unmet_piece',
      partnershipId,
      [{ subjectId: id, held: { from: since, until: null }, values }],
      at,
    )
    work.told.push({
      event: 'brokerage.preference-recorded',
      subject: { kind: 'package', id: of.id },
      payload: { spellId: id, preference, reason, since, reviewOn },
    })
    return { outcome: 'recorded' }
  })

const openPreference = ({ db, partnershipId }: Work, { personId, need }: CarePackage) =>
  brokerage(db)
    .selectFrom('unmet_spell')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('person_id', '=', personId)
    .where('need', '=', need)
    .where('kind', '=', 'preference')
    .where('ended_on', 'is', null)
    .executeTakeFirst()
