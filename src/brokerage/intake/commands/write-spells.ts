import { type HistoryFact, recordHistories } from '../../../core/history/index.ts'
import { enqueue } from '../../../core/jobs/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { beganAt, factsOf, toldOf } from '../../unmet/commands/tell-spell.ts'
import { countUnmetJob } from '../../unmet/count-jobs.ts'
import { planSpells } from '../../unmet/spell-plan.ts'
import { needOfTaken } from '../need-of-taken.ts'
import type { TakenPackage } from '../taken-package.ts'

/** Rows that one statement takes. */
const atOnce = 1000

/** Writes the spells of unmet need of packages that are taken over, as the file tells why they waited, and has them counted. */
export async function writeSpells(work: Work, taken: readonly TakenPackage[]): Promise<void> {
  const { db, partnershipId: partnership_id, at } = work
  const spells = taken.flatMap((one) => {
    const asked = needOfTaken(one, londonDate(at))
    const { interim, harm, reviewOn } = one.row.wait
    return planSpells(asked).map((plan) => ({
      id: newId(),
      of: one.package,
      asked,
      plan: {
        ...plan,
        pieces: plan.pieces.map((piece) => ({ ...piece, interim: interim ?? piece.interim, harm, reviewOn })),
      },
    }))
  })
  if (spells.length === 0) return
  for (let from = 0; from < spells.length; from += atOnce) {
    await brokerage(db)
      .insertInto('unmet_spell')
      .values(
        spells.slice(from, from + atOnce).map(({ id, of, asked, plan }) => ({
          ...{ partnership_id, id, person_id: of.personId, package_id: of.id, need: of.need },
          ...{ service_type_key: of.serviceType, area_code: of.area, kind: 'need' as const, preference: null },
          ...{ origin: of.origin, began_at: beganAt(plan, asked, of.readyAt, at), began_on: plan.beganOn },
          ...{ ended_on: plan.endedOn, end_reason: plan.endReason },
        })),
      )
      .execute()
  }
  const facts: HistoryFact[] = spells.flatMap(({ id, plan }) => factsOf(id, undefined, plan))
  await recordHistories(db, 'unmet_piece', partnership_id, facts, at)
  for (const { id, of, plan } of spells) {
    const event = `brokerage.spell-${plan.endedOn === null ? 'began' : 'ended'}`
    work.told.push({ event, subject: { kind: 'package', id: of.id }, payload: toldOf(id, plan) })
  }
  await toBeCounted(work, spells.map(({ plan }) => plan.beganOn).toSorted()[0] ?? londonDate(at))
}

/** Counts are to be made anew from a day on; what days by themselves change is told up to today already. */
async function toBeCounted({ db, partnershipId, at }: Work, from_on: string): Promise<void> {
  const partnership_id: Id = partnershipId
  await brokerage(db).insertInto('unmet_change').values({ partnership_id, id: newId(), from_on }).execute()
  await brokerage(db)
    .insertInto('unmet_counted')
    .values({ partnership_id, counted_at: null, counted_on: null, told_on: londonDate(at) })
    .onConflict((conflict) => conflict.column('partnership_id').doNothing())
    .execute()
  await enqueue(db, countUnmetJob, { partnershipId })
}
