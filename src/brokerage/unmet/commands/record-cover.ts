import type { Actor } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { recordHistories } from '../../../core/history/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { working } from '../../commands/work.ts'
import type { Harm, InterimCover, SpellPiece } from '../../spell.ts'
import { spellById } from '../queries/spells.ts'
import { queueOf } from './queue-of.ts'
import { tellSpell } from './tell-spell.ts'

/** What a broker or care manager records of somebody who waits. */
export interface CoverToRecord {
  readonly partnershipId: Id
  readonly spellId: Id
  /** From which day on it holds. */
  readonly from: IsoDate
  readonly interim: InterimCover
  readonly harm: Harm
  readonly reviewOn: IsoDate | null
  /** Waits because they want to: then providers' answers are not the reason. */
  readonly byChoice: boolean
  readonly at: Date
}

export type CoverRecorded =
  | { readonly outcome: 'recorded' }
  | { readonly outcome: 'refused'; readonly field: string; readonly sentence: string }

/** Records who helps meanwhile, what waiting does, when it is looked at again, and whether it is their choice. */
export const recordCover = (db: Db, actor: Actor, asked: CoverToRecord): Promise<CoverRecorded> =>
  working({ db, partnershipId: asked.partnershipId, actor, at: asked.at }, async (work) => {
    const { partnershipId, spellId, from, interim, harm, reviewOn, byChoice, at } = asked
    const found = await spellById(db, partnershipId, spellId)
    if (!found) throw notFound('This spell')
    await queueOf(work, found.packageId)
    const spell = await spellById(db, partnershipId, spellId)
    if (!spell || spell.endedOn !== null)
      return {
        outcome: 'refused',
        field: 'interim',
        sentence: 'It is over: care is in place, or is not wanted any more',
      }
    if (from < spell.beganOn)
      return { outcome: 'refused', field: 'from-day', sentence: 'The day must not be before the waiting began' }
    const today = londonDate(at)
    if (from > today) return { outcome: 'refused', field: 'from-day', sentence: 'The day must not be in the future' }
    if (reviewOn !== null && reviewOn < today)
      return { outcome: 'refused', field: 'review-day', sentence: 'The day of the review must not be in the past' }
    const reasonOf = ({ reason }: SpellPiece) => (byChoice ? 'choice' : reason === 'choice' ? 'being-arranged' : reason)
    const facts = spell.pieces
      .filter(({ until }) => until === null || until > from)
      .map((piece) => ({
        subjectId: spellId,
        held: { from: piece.from > from ? piece.from : from, until: piece.until },
        values: {
          wanted_minutes: piece.wantedMinutes,
          delivered_minutes: piece.deliveredMinutes,
          interim,
          reason: spell.kind === 'need' ? reasonOf(piece) : piece.reason,
          harm,
          review_on: reviewOn,
          unplaced: json(piece.unplaced),
        },
      }))
    await recordHistories(db, 'unmet_piece', partnershipId, facts, at)
    work.told.push({
      event: 'brokerage.cover-recorded',
      subject: { kind: 'package', id: spell.packageId },
      payload: { spellId, from, interim, harm, reviewOn, byChoice },
    })
    await tellSpell(work, spell.packageId, { countFrom: from })
    return { outcome: 'recorded' }
  })
