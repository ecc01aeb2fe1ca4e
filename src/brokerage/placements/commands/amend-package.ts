import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { beginRound } from '../../offers/commands/open-round.ts'
import { withdrawRound } from '../../offers/commands/steer-round.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { openRoundOf } from '../../offers/queries/round.ts'
import { wantedLines } from '../../offers/queries/unplaced.ts'
import { brokerage } from '../../schema/index.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { type AmendPlan, type AskedLine, amendLines } from '../amend-lines.ts'
import { amendProblem } from '../amend-problem.ts'
import { type Course, isLive } from '../course.ts'
import { presentProvider } from '../present-provider.ts'
import { plannedEnd } from '../queries/planned-end.ts'
import { changingPackage, type PackageToChange } from './changing.ts'
import { agreeEnd } from './end-visits.ts'
import { writeAmendedLines } from './write-amended-lines.ts'

/** How what is wanted changes from a day on; what is left out stays as it is. */
export interface Amendment {
  readonly from: IsoDate
  readonly lines?: readonly AskedLine[] | undefined
  readonly needs?: readonly string[] | undefined
  readonly startBy?: IsoDate | undefined
  readonly shortTerm?: boolean | undefined
  /** In words, for the ledger. */
  readonly reason: string
}

/**
 * Changes what is wanted from a day on. Whoever gives visits that stay, or become shorter, keeps them; new and longer ones
 * are to be placed, and whoever gives most of the package is asked first. Offers that are out are taken back and made anew.
 */
export const amendPackage = (
  db: Db,
  actor: Actor,
  { partnershipId, packageId, version, at, ...amendment }: PackageToChange & Amendment,
): Promise<Outcome> =>
  changingPackage(db, actor, { partnershipId, packageId, version, at }, async (work, { package: of, courses }) => {
    const endsOn = await plannedEnd(work, packageId)
    const problem = amendProblem({ ...of, endsOn }, amendment, londonDate(at))
    if (problem) return problem
    const plan = amendment.lines && (await planOf(work, of, courses, { ...amendment, lines: amendment.lines }))
    const isSame = !plan || (plan.added.length === 0 && plan.ended.length === 0)
    if (isSame && !changesWords(of, amendment)) return refused('nothing-changed', 'Nothing was changed.')
    const wasOpen = (await openRoundOf(db, partnershipId, packageId)) !== undefined
    if (plan && !isSame) {
      if (wasOpen) await withdrawRound(work, packageId)
      await writeAmendedLines(work, of, plan, endsOn, amendment.from)
      await endWithoutVisits(work, packageId, courses, amendment.from)
    }
    await writeWords(work, of, amendment)
    tell(work, of, amendment, plan)
    const present = plan && plan.unplaced.length > 0 ? presentProvider(courses, amendment.from) : undefined
    const isAsked = !isSame && (wasOpen || present !== undefined)
    return {
      outcome: 'done',
      again: (plan?.unplaced.length ?? 0) > 0,
      ...(isAsked ? { after: (now: CarePackage) => askAnew(work, now, present) } : {}),
    }
  })

/** Asks about what is not placed now; where no rule says whom, it waits for a broker. */
async function askAnew(work: Work, now: CarePackage, goesWith: Id | undefined): Promise<void> {
  if (now.state === 'waiting' || now.state === 'unmet') await beginRound(work, now, { goesWith: goesWith ?? null })
}

/** What changes of lines, beside what is written down. */
export async function planOf(
  { db, partnershipId }: Pick<Work, 'db' | 'partnershipId'>,
  of: Pick<CarePackage, 'id'>,
  courses: readonly Course[],
  { from, lines }: { readonly from: IsoDate; readonly lines: readonly AskedLine[] },
): Promise<AmendPlan> {
  const given = courses
    .filter(isLive)
    .flatMap(({ id: placementId, visits }) =>
      visits.filter(({ until }) => until === null || until > from).map((visit) => ({ ...visit, placementId })),
    )
  return amendLines({
    from,
    until: await plannedEnd({ db, partnershipId }, of.id),
    wanted: await wantedLines(db, partnershipId, of.id, from),
    given,
    lines,
  })
}

/** Ends placements of which no visit is wanted from the day on. */
async function endWithoutVisits(work: Work, packageId: Id, before: readonly Course[], from: IsoDate): Promise<void> {
  const going = await brokerage(work.db)
    .selectFrom('placed_visit')
    .select('placement_id')
    .distinct()
    .where('partnership_id', '=', work.partnershipId)
    .where('package_id', '=', packageId)
    .where(sql<boolean>`(upper_inf(held) or upper(held) > ${from}::date)`)
    .execute()
  const ids = new Set(going.map(({ placement_id }) => placement_id))
  for (const course of before.filter(isLive)) {
    if (course.endsOn !== null && course.endsOn <= from) continue
    if (!ids.has(course.id)) await agreeEnd(work, course, { on: from, reason: 'not-wanted' })
  }
}

const changesWords = (of: CarePackage, { needs, startBy, shortTerm }: Amendment): boolean =>
  (needs !== undefined && needs.toSorted().join() !== of.needs.toSorted().join()) ||
  (startBy !== undefined && startBy !== of.startBy) ||
  (shortTerm !== undefined && shortTerm !== of.shortTerm)

async function writeWords({ db, partnershipId }: Work, of: CarePackage, amendment: Amendment): Promise<void> {
  const { needs = of.needs, startBy = of.startBy, shortTerm = of.shortTerm } = amendment
  await brokerage(db)
    .updateTable('care_package')
    .set({ needs: [...needs], start_by: startBy, short_term: shortTerm })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', of.id)
    .execute()
}

function tell(work: Work, of: CarePackage, amendment: Amendment, plan: AmendPlan | undefined): void {
  const { from, needs, startBy, shortTerm, reason } = amendment
  work.told.push({
    event: 'brokerage.package-amended',
    subject: { kind: 'package', id: of.id },
    payload: {
      because: 'amendment',
      reason,
      from,
      ...(plan
        ? {
            lines: [...plan.kept, ...plan.added],
            unplaced: plan.unplaced,
            unplacedMinutes: weeklyMinutes(plan.unplaced),
          }
        : {}),
      ...{ needs, startBy, shortTerm },
    },
  })
}
