import { sql } from 'kysely'
import { resumePlacement, suspendPlacement } from '../../../src/brokerage/placements/commands/rest-placement.ts'
import { turnDays } from '../../../src/brokerage/placements/commands/turn-days.ts'
import { usualTerms } from '../../../src/brokerage/placements/placement-terms.ts'
import { ownerOf } from '../../../src/core/db/database.ts'
import { addDays, type Id, londonDate } from '../../../src/core/values/index.ts'
import { declareCapacity, liftSuspension, suspendProvider } from '../../../src/providers/index.ts'
import { type Brokerage, minutesOn, monday, providerOf } from '../brokerage.ts'
import { begun, next, placementOf, tenOn } from './begun.ts'
import { accept, type Came, doneOf, offered, one, placementsOf, type Race, said } from './race.ts'

/** Leaves a provider room for one more package of the sample's size. */
const leaveRoom = (world: Brokerage, organisationId: Id, minutes: number | null) =>
  sql`insert into capacity_cell as c (partnership_id, organisation_id, service_type_key, area_code, band,
      declared_minutes, committed_minutes, declared_at, declared_by)
    select ${world.partnership.id}, ${organisationId}, ${world.serviceType}, ${world.area}, band, ${minutes}::integer, 0,
      ${minutes === null ? null : monday.toISOString()}::timestamptz, null from unnest(array['morning', 'evening']) as band
    on conflict (partnership_id, organisation_id, service_type_key, area_code, band) do update
      set declared_minutes = c.committed_minutes + ${minutes}::integer, declared_at = excluded.declared_at`.execute(
    ownerOf(world.database),
  )

/** Takes away all that is kept of a provider's capacity, as if it had never declared nor given anything; what was taken by band. */
const forgetRoom = async (world: Brokerage, organisationId: Id) => {
  const { rows } = await sql<{ band: string; taken: number }>`delete from capacity_cell
    where partnership_id = ${world.partnership.id} and organisation_id = ${organisationId}
    returning band, committed_minutes as taken`.execute(ownerOf(world.database))
  return rows
}

/** Adds what had been taken before. */
const addTaken = async (world: Brokerage, organisationId: Id, before: readonly { band: string; taken: number }[]) => {
  for (const { band, taken } of before)
    await sql`update capacity_cell set committed_minutes = committed_minutes + ${taken}::integer
      where partnership_id = ${world.partnership.id} and organisation_id = ${organisationId} and band = ${band}`.execute(
      ownerOf(world.database),
    )
}

/** For what a provider has left to give, or may give. */
export const capacityRaces: Readonly<Record<string, Race>> = {
  'the last capacity, accepted for two people': async (world) => {
    await leaveRoom(world, world.lead.id, 210)
    const [a, b] = [await offered(world), await offered(world)]
    const came = await Promise.all([accept(world, one(a.offers)), accept(world, one(b.offers))])
    await leaveRoom(world, world.lead.id, null)
    const placed = (await placementsOf(world, a.package.id)) + (await placementsOf(world, b.package.id))
    const lost = came.find(({ outcome }) => outcome === 'refused')
    return doneOf(came) === 1 && placed === 1 && lost?.because === 'no-capacity'
      ? undefined
      : `${said(came)}, ${placed} placed`
  },

  'a suspension of the provider against an acceptance': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, officer, lead } = world
    const at = minutesOn(5)
    const asked = { partnershipId: partnership.id, organisationId: lead.id, until: null, reason: 'Concern', at }
    const [came, suspended] = await Promise.all([
      accept(world, one(offers)),
      world.act((db) => suspendProvider(db, officer, { ...asked, from: londonDate(at) }), officer),
    ])
    const placed = await placementsOf(world, of.id)
    if (suspended.outcome !== 'suspended') return `not suspended: ${suspended.because}`
    const lifted = { partnershipId: partnership.id, id: suspended.id, reason: 'Over', at }
    await world.act((db) => liftSuspension(db, officer, lifted), officer)
    // Whoever came first: what was accepted stands, and what was suspended before is refused for that.
    const right = came.outcome === 'done' ? placed === 1 : came.because === 'not-allowed' && placed === 0
    return right ? undefined : `${said([came])}, ${placed} placed`
  },

  'the first declaration of less against an acceptance': async (world) => {
    const before = await forgetRoom(world, world.lead.id)
    const { package: of, offers } = await offered(world)
    const { partnership, lead, serviceType, area } = world
    const declared = { partnershipId: partnership.id, organisationId: lead.id, serviceType, area }
    const less = { morning: 60, evening: 60 }
    const actor = providerOf(lead)
    const [came, told] = await Promise.all([
      accept(world, one(offers)),
      world.act((db) => declareCapacity(db, actor, minutesOn(5), { ...declared, minutesByBand: less })),
    ])
    const placed = await placementsOf(world, of.id)
    await leaveRoom(world, lead.id, null)
    await addTaken(world, lead.id, before)
    const won =
      came.outcome === 'done' &&
      told.outcome === 'refused' &&
      told.problems.every(({ sentence }) => sentence.startsWith('You give ')) &&
      placed === 1
    const lost =
      came.outcome === 'refused' && came.because === 'no-capacity' && told.outcome === 'declared' && placed === 0
    return won !== lost ? undefined : `${said([came])}, ${told.outcome}, ${placed} placed`
  },

  'the room of care at rest, wanted back and accepted for another': async (world) => {
    const { package: of, placementId } = await begun(world)
    const { partnership, broker, lead } = world
    const which = { partnershipId: partnership.id, placementId }
    const rest = { ...which, from: next, until: null, reason: 'hospital' as const, at: tenOn(next) }
    const suspended = await world.act((db) => suspendPlacement(db, broker, rest), broker)
    if (suspended.outcome !== 'done') return `does not rest: ${suspended.because}`
    const freed = addDays(next, usualTerms.keepDays)
    await turnDays(world.database, tenOn(freed), partnership.id)
    const { package: other, offers } = await offered(world)
    await leaveRoom(world, lead.id, 210)
    const goOn = () =>
      world.act((db): Promise<Came> => resumePlacement(db, broker, { ...which, on: freed, at: tenOn(freed) }), broker)
    const came = await Promise.all([goOn(), accept(world, one(offers))])
    await leaveRoom(world, lead.id, null)
    const placed = await placementsOf(world, other.id)
    const { state } = await placementOf(world, of.id)
    const back = came[0].outcome === 'done' && state === 'started' && placed === 0
    const taken = came[1].outcome === 'done' && state === 'suspended' && placed === 1
    const right = doneOf(came) === 1 && back !== taken && came.some(({ because }) => because === 'no-capacity')
    // Whoever rests on would be missed when all that is given is counted.
    if (taken) await goOn()
    return right ? undefined : `${said(came)}, ${state}, ${placed} placed`
  },
}
