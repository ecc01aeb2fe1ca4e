import { sql } from 'kysely'
import { expect } from 'vitest'
import type { CarePackage } from '../../src/brokerage/care-package.ts'
import { answerOffer } from '../../src/brokerage/offers/commands/answer-offer.ts'
import { openRound } from '../../src/brokerage/offers/commands/open-round.ts'
import { offersOfPackage } from '../../src/brokerage/offers/queries/offer.ts'
import { startPlacement } from '../../src/brokerage/placements/commands/start-placement.ts'
import type { Course } from '../../src/brokerage/placements/course.ts'
import { coursesOf } from '../../src/brokerage/placements/queries/courses.ts'
import { packageBy } from '../../src/brokerage/requests/queries/package.ts'
import { brokerage } from '../../src/brokerage/schema/index.ts'
import { spellsOfPackage } from '../../src/brokerage/unmet/queries/spells.ts'
import type { Actor } from '../../src/core/auth/index.ts'
import type { Db } from '../../src/core/db/index.ts'
import { addDays, type Id, londonDate } from '../../src/core/values/index.ts'
import { type Brokerage, minutesOn, monday, type SamplePackage } from './brokerage.ts'

/** The Monday on which sample care begins, and days about it. */
export const today = londonDate(monday)
export const day = (days: number): string => addDays(today, days)
export const at = (days: number): Date => new Date(monday.getTime() + days * 86_400_000)

/** Care that is placed, or has begun, in a partnership; and ways to look at it. */
export function placedCare(world: Brokerage) {
  const { id: partnershipId } = world.partnership
  const broker = <T>(work: (db: Db, actor: Actor) => Promise<T>): Promise<T> =>
    world.act((db) => work(db, world.broker), world.broker)
  const now = async (id: Id, on = today): Promise<CarePackage> => {
    const found = await world.act((db) => packageBy(db, partnershipId, { id }, on))
    if (!found) throw new Error('The package is gone.')
    return found
  }
  const courses = (id: Id): Promise<Course[]> => world.act((db) => coursesOf(db, partnershipId, id))
  const onlyCourse = async (id: Id): Promise<Course> => {
    const [course] = await courses(id)
    if (!course) throw new Error('Nothing is placed.')
    return course
  }
  const openOffers = async (id: Id) =>
    (await world.act((db) => offersOfPackage(db, partnershipId, id))).filter(({ state }) => state === 'open')

  /** A package that the first who is asked accepts whole. */
  async function placed(startOn = day(1), over: SamplePackage = {}): Promise<CarePackage> {
    const asked = await world.askPackage(over)
    await broker((db, actor) =>
      openRound(db, actor, { partnershipId, packageId: asked.id, version: asked.version, at: monday }),
    )
    const [offer] = await openOffers(asked.id)
    const answer = { kind: 'accept' as const, startOn }
    const came = await world.act((db) =>
      answerOffer(db, world.providerOf({ id: offer?.organisationId ?? '' }), {
        partnershipId,
        offerId: offer?.id ?? '',
        answer,
        at: minutesOn(5),
      }),
    )
    expect(came).toMatchObject({ outcome: 'done', state: 'accepted' })
    return now(asked.id)
  }

  /** A package of which care began on the Monday. */
  async function begun(over: SamplePackage = {}): Promise<{ of: CarePackage; course: Course }> {
    const of = await placed(today, over)
    const course = await onlyCourse(of.id)
    const came = await broker((db, actor) =>
      startPlacement(db, actor, {
        partnershipId,
        placementId: course.id,
        startedOn: today,
        at: minutesOn(30),
      }),
    )
    expect(came).toEqual({ outcome: 'done' })
    return { of: await now(of.id), course: await onlyCourse(of.id) }
  }

  /** What is taken of an organisation's capacity, beside what its placements say. */
  async function taken(organisationId: Id): Promise<{ cells: number; placements: number }> {
    const { rows } = await world.act((db) =>
      sql<{ cells: number; placements: number }>`select
      (select coalesce(sum(committed_minutes), 0)::int from capacity_cell
        where partnership_id = ${partnershipId} and organisation_id = ${organisationId}) as cells,
      (select coalesce(sum(m.value::int), 0)::int from placement p, jsonb_each_text(p.committed) m
        where p.partnership_id = ${partnershipId} and p.organisation_id = ${organisationId}) as placements`.execute(
        brokerage(db),
      ),
    )
    return rows[0] ?? { cells: -1, placements: -2 }
  }
  const spell = async (id: Id) =>
    (await world.act((db) => spellsOfPackage(db, partnershipId, id)))
      .toSorted((a, b) => (a.beganAt < b.beganAt ? -1 : 1))
      .at(-1)
  const reveals = (id: Id) =>
    world.act((db) =>
      brokerage(db)
        .selectFrom('reveal')
        .select(['organisation_id', 'stage', 'content', 'withdrawn_at', 'placement_id'])
        .where('partnership_id', '=', partnershipId)
        .where('package_id', '=', id)
        .orderBy('revealed_at')
        .orderBy('id')
        .execute(),
    )

  return { partnershipId, broker, now, courses, onlyCourse, openOffers, placed, begun, taken, spell, reveals }
}

export type PlacedCare = ReturnType<typeof placedCare>
