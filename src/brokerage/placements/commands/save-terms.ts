import { sql } from 'kysely'
import { type Actor, accountOf } from '../../../core/auth/index.ts'
import { type Db, sqlState } from '../../../core/db/index.ts'
import { conflict } from '../../../core/errors/index.ts'
import type { Mistake } from '../../../core/forms/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import { contractsOfLots } from '../../../procurement/index.ts'
import { type Work, working } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { AskedTerms } from '../forms/term-form.ts'
import { keptTerms } from '../queries/kept-terms.ts'

/** Terms to hold from a day on, in a partnership. */
interface TermsToSave extends AskedTerms {
  readonly partnershipId: Id
  readonly at: Date
}

/** Saves notice and the days for which time is kept free, from today or a later day on; those before end on that day. */
export const saveTerms = (
  db: Db,
  actor: Actor,
  { partnershipId, at, ...asked }: TermsToSave,
): Promise<{ readonly outcome: 'saved' } | { readonly outcome: 'refused'; readonly mistake: Mistake }> =>
  working({ db, partnershipId, actor, at }, async (work) => {
    const mistake = await termsMistake(work, asked)
    if (mistake) return { outcome: 'refused', mistake }
    const { contractId, noticeDays, keepDays, from } = asked
    const id = newId()
    await sql`update placement_term set held = daterange(lower(held), ${from}::date)
      where partnership_id = ${partnershipId} and contract_id is not distinct from ${contractId}
        and upper_inf(held)`.execute(brokerage(db))
    await brokerage(db)
      .insertInto('placement_term')
      .values({
        partnership_id: partnershipId,
        id,
        contract_id: contractId,
        notice_days: noticeDays,
        keep_days: keepDays,
        held: `[${from},)`,
        told_at: at,
        told_by: accountOf(actor),
      })
      .execute()
      .catch((error: unknown) => {
        if (sqlState(error) === '23P01') throw conflict('A colleague has just saved such terms. Look at theirs first.')
        throw error
      })
    work.told.push({
      event: 'brokerage.placement-terms-saved',
      subject: { kind: 'placement-terms', id },
      payload: { contractId, from, noticeDays, keepDays },
    })
    return { outcome: 'saved' }
  })

async function termsMistake(
  { db, partnershipId, at }: Work,
  { contractId, from }: AskedTerms,
): Promise<Mistake | undefined> {
  const today = londonDate(at)
  if (from < today) {
    const sentence = 'The first day must be today or later: what was agreed before went by the terms of its day.'
    return { field: 'from-day', sentence }
  }
  if (contractId !== null && !(await contractsOfLots(db, partnershipId, today)).some(({ id }) => id === contractId))
    return { field: 'contract', sentence: 'Choose a contract of the partnership that has open lots.' }
  const [latest] = (await keptTerms(db, partnershipId)).filter(({ contract }) => (contract?.id ?? null) === contractId)
  if (latest && from <= latest.from) {
    const sentence = `Terms begin on ${longDate(latest.from)} already; others can begin on the day after at the earliest.`
    return { field: 'from-day', sentence }
  }
  return undefined
}
