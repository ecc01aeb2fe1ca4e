import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { recordHistories } from '../../../core/history/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { type Work, working } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { spellById } from '../queries/spells.ts'
import { queueOf } from './queue-of.ts'

/** Ends what is recorded of care otherwise than wanted: it is as wanted now. */
export const endPreference = (
  db: Db,
  actor: Actor,
  { partnershipId, spellId, at }: { readonly partnershipId: Id; readonly spellId: Id; readonly at: Date },
): Promise<void> =>
  working({ db, partnershipId, actor, at }, async (work) => {
    const spell = await spellById(db, partnershipId, spellId)
    if (spell?.kind !== 'preference') throw notFound('This preference')
    await queueOf(work, spell.packageId)
    await endPreferences(work, spell.packageId, londonDate(at), 'care-in-place')
  })

/** Ends every open preference of a package. */
export async function endPreferences(
  work: Work,
  packageId: Id,
  on: IsoDate,
  reason: 'care-in-place' | 'ended' | 'withdrawn',
): Promise<void> {
  const { db, partnershipId, at } = work
  const ended = await brokerage(db)
    .updateTable('unmet_spell')
    .set(({ fn, val }) => ({ ended_on: fn<IsoDate>('greatest', ['began_on', val(on)]), end_reason: reason }))
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .where('kind', '=', 'preference')
    .where('ended_on', 'is', null)
    .returning(['id', 'ended_on'])
    .execute()
  const facts = ended.flatMap(({ id, ended_on }) =>
    ended_on === null ? [] : [{ subjectId: id, held: { from: ended_on, until: null }, values: null }],
  )
  if (facts.length > 0) await recordHistories(db, 'unmet_piece', partnershipId, facts, at)
  for (const { id, ended_on } of ended)
    work.told.push({
      event: 'brokerage.preference-ended',
      subject: { kind: 'package', id: packageId },
      payload: { spellId: id, endedOn: ended_on, reason },
    })
}
