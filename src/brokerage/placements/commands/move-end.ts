import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { withdrawRound } from '../../offers/commands/steer-round.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { personBy } from '../../requests/queries/person.ts'
import { tellTrouble } from '../../requests/told-person.ts'
import { brokerage } from '../../schema/index.ts'
import { laterEnd, laterEndProblem } from '../end.ts'
import { type LaterEndReason, laterEndReasons } from '../end-reasons.ts'
import { plannedEnd } from '../queries/planned-end.ts'
import { changingPlacement, type PlacementToChange } from './changing.ts'

/** To which day a planned end moves, why, and what the provider said to it. */
interface EndToMove extends PlacementToChange {
  /** The first day without this care, as it is planned now. */
  readonly endsOn: IsoDate
  readonly reason: LaterEndReason
  /** Who of the provider agreed and how; kept in the ledger, so without a word of who care is for. */
  readonly consent: string
}

/**
 * Moves a planned end to a later day, before it comes: the provider goes on with the visits that it gives up to it. Where
 * the package itself ends on that day it goes on too, with all that ends with it. Offers for the days between are taken back.
 */
export const moveEnd = (db: Db, actor: Actor, { endsOn, reason, consent, ...asked }: EndToMove): Promise<Outcome> =>
  changingPlacement(db, actor, asked, async (work, { package: of, course, courses }) => {
    if (!laterEndReasons.includes(reason)) return refused('no-reason', 'Choose why it goes on for longer.')
    const said = consent.trim()
    if (said === '') return refused('no-words', 'Enter who of the provider agreed, and how.')
    const person = await personBy(db, work.partnershipId, { id: of.personId })
    const trouble = person && tellTrouble('What the provider said', said, person)
    if (trouble) return refused('tells-who', `${trouble}.`)
    const packageEndsOn = await plannedEnd(work, of.id)
    const today = londonDate(work.at)
    const problem = laterEndProblem({ course, courses, packageEndsOn, endsOn, today })
    if (problem) return problem
    const { agreed, moved, withPackage } = laterEnd({ course, courses, packageEndsOn })
    if (withPackage) await movePackage(work, of.id, agreed, endsOn)
    for (const { id } of moved) await movePlacement(work, id, agreed, endsOn)
    await withdrawRound(work, of.id)
    for (const { id: placementId, reference, organisationId } of moved)
      work.told.push({
        event: 'brokerage.placement-end-moved',
        subject: { kind: 'package', id: of.id },
        payload: { placementId, reference, organisationId, endsOn, agreed, withPackage, reason, consent: said },
      })
    return { outcome: 'done', again: true }
  })

/** What is wanted up to the end is wanted for longer. */
async function movePackage({ db, partnershipId }: Work, packageId: Id, agreed: IsoDate, endsOn: IsoDate) {
  await brokerage(db)
    .updateTable('care_package')
    .set({ ends_on: endsOn })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', packageId)
    .execute()
  await brokerage(db)
    .updateTable('package_line')
    .set({ held: sql<string>`daterange(lower(held), ${endsOn}::date)` })
    .where('partnership_id', '=', partnershipId)
    .where('package_id', '=', packageId)
    .where(sql<boolean>`upper(held) = ${agreed}::date`)
    .execute()
}

/** Visits that were given up to the end go on, each no longer than it is wanted. */
async function movePlacement({ db, partnershipId }: Work, placementId: Id, agreed: IsoDate, endsOn: IsoDate) {
  await sql`update placed_visit v set held = daterange(lower(v.held), least(${endsOn}::date, upper(l.held)))
    from package_line l
    where v.partnership_id = ${partnershipId} and v.placement_id = ${placementId} and upper(v.held) = ${agreed}::date
      and l.partnership_id = v.partnership_id and l.id = v.line_id`.execute(brokerage(db))
  await brokerage(db)
    .updateTable('placement')
    .set((column) => ({ ends_on: endsOn, version: column('version', '+', 1) }))
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', placementId)
    .execute()
}
