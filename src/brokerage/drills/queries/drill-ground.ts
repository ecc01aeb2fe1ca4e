import { sql } from 'kysely'
import { partnershipById } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { invalid } from '../../../core/errors/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { type PeopleBoughtFor, peopleBoughtFor } from '../../../procurement/index.ts'
import { organisationNames, serviceTypes } from '../../../providers/index.ts'
import { brokerage } from '../../schema/index.ts'
import { type GivenPlacement, placementsGiven } from '../../solving/queries/care-given.ts'
import { readPlacingGround } from '../../solving/queries/placing-ground.ts'
import { type CareFacts, careOfDrill, freeCells } from '../care-of-drill.ts'
import type { DrillAsked } from '../drill-asked.ts'
import type { DrillGround } from '../drill-ground.ts'
import { type Home, homesOf, homesOfClosing } from './homes.ts'

/** At most so many people of others are looked at whether they could move. */
const mostOthers = 3000

/** All that a drill is worked out from, as it stands. The number of queries grows with services and areas, not with people. */
export async function drillGround(db: Db, partnershipId: Id, asked: DrillAsked, now: Date): Promise<DrillGround> {
  const { closesOn, organisationId, othersMayMove } = asked
  const { areaCode } = await partnershipById(db, partnershipId)
  const homes = await homesOf(db, areaCode, closesOn)
  const given = await placementsGiven(db, partnershipId, closesOn)
  const affected = given.filter((one) => isAffected(one, asked, homes))
  const concerned = new Set(affected.map(({ serviceType }) => serviceType))
  const rest = given.filter((one) => concerned.has(one.serviceType) && !affected.includes(one))
  const places = new Set(affected.map(({ serviceType, area }) => `${serviceType} ${area}`))
  // Whoever lives where nobody loses care could make room only for somebody who could make room for another.
  const near = othersMayMove
    ? rest.filter(
        (one) => one.current?.organisationId !== organisationId && places.has(`${one.serviceType} ${one.area}`),
      )
    : []
  const others = near.slice(0, mostOthers)
  const told = await homesOfClosing(db, homes, asked, [
    ...(await peopleBoughtFor(db, partnershipId, { on: closesOn, serviceTypes: kindsOf(homes) })),
    ...peoplePlaced(given, kindsOf(homes)),
  ])
  if (affected.length === 0 && told.closing.length === 0) {
    throw invalid(`On that day ${asked.called} gives no care here that is known, and no home of it is in a register.`)
  }
  const reading = await readPlacingGround(db, partnershipId, [...affected, ...others], now)
  const facts = await factsOf(db, partnershipId, [...affected, ...others], closesOn)
  const services = asked.part.kind === 'all' ? null : [...concerned]
  const careOf = careOfDrill({ ...reading, closing: organisationId, services })
  const made = (one: GivenPlacement, stays: boolean) => careOf(one, facts(one), stays)
  const cells = freeCells(reading.rooms, organisationId)
  const ids = [
    ...new Set([
      ...given.flatMap(({ current }) => current?.organisationId ?? []),
      ...cells.map((cell) => cell.organisationId),
      ...(organisationId === null ? [] : [organisationId]),
    ]),
  ]
  return {
    closesOn,
    affected: affected.map((one) => made(one, false)),
    others: others.map((one) => made(one, true)),
    othersLocked: rest.length - others.length,
    cells,
    names: { ...Object.fromEntries(await organisationNames(db, ids)), ...candidateNames(reading.grounds) },
    areas: await areaNames(db, [...new Set(given.map(({ area }) => area))]),
    services: Object.fromEntries((await serviceTypes(db, closesOn)).map(({ key, name }) => [key, name])),
    homes: told.closing,
    otherHomes: told.others,
    homeResidents: told.residents,
    waiting: await waitingFor(db, partnershipId, [...concerned]),
  }
}

const candidateNames = (grounds: Awaited<ReturnType<typeof readPlacingGround>>['grounds']): Record<Id, string> =>
  Object.fromEntries(
    grounds.flatMap(({ candidates }) => candidates.map((one) => [one.organisationId, one.organisation] as const)),
  )

const kindsOf = (homes: readonly Home[]): string[] => [
  ...new Set(homes.flatMap(({ service_type }) => service_type ?? [])),
]

/** People who were placed by a package with those who run homes. */
function peoplePlaced(given: readonly GivenPlacement[], kinds: readonly string[]): PeopleBoughtFor[] {
  const living = given.filter(({ serviceType, current }) => current !== null && kinds.includes(serviceType))
  const by = Map.groupBy(living, ({ serviceType, current }) => `${current?.organisationId} ${serviceType}`)
  return [...by.values()].flatMap((some) => {
    const [first] = some
    if (!first?.current) return []
    const people = new Set(some.map(({ packageId }) => packageId)).size
    return [{ organisationId: first.current.organisationId, serviceType: first.serviceType, people }]
  })
}

/** Packages are not tied to a home, so those of a kind are a home's only where its provider runs no other of that kind. */
function isAffected(
  { serviceType, current }: GivenPlacement,
  { organisationId, part }: DrillAsked,
  homes: readonly Home[],
): boolean {
  if (organisationId === null || current?.organisationId !== organisationId) return false
  if (part.kind === 'all') return true
  if (part.kind === 'service') return serviceType === part.serviceType
  const own = homes.filter((home) => home.organisationId === organisationId)
  const home = own.find(({ regulator, number }) => regulator === part.regulator && number === part.number)
  return home?.service_type === serviceType && own.filter((one) => one.service_type === serviceType).length === 1
}

/** What is known of some care besides its visits. One query. */
async function factsOf(
  db: Db,
  partnershipId: Id,
  care: readonly GivenPlacement[],
  on: IsoDate,
): Promise<(one: GivenPlacement) => CareFacts> {
  const { rows } = await sql<{
    id: Id
    reference: string
    level: string | null
    levels: readonly { readonly key: string; readonly name: string }[]
    inHospital: boolean
  }>`select t.id, t.reference, p.level, c.levels,
      ((t.state = 'agreed' and p.origin = 'hospital') or exists (select from placement_pause z
        where z.partnership_id = t.partnership_id and z.placement_id = t.id and z.reason = 'hospital'
          and z.during @> ${on}::date)) as "inHospital"
    from placement t join care_package p on p.partnership_id = t.partnership_id and p.id = t.package_id
      join need_criteria c on c.key = p.criteria_key
    where t.partnership_id = ${partnershipId} and t.id = any(${care.map(({ placementId }) => placementId)}::uuid[])`.execute(
    brokerage(db),
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return ({ placementId }) => {
    const row = known.get(placementId)
    const place = row?.levels.findIndex(({ key }) => key === row.level) ?? -1
    const name = row?.levels[place]?.name
    return {
      placement: row?.reference ?? '',
      level: row && name !== undefined ? { name, place, of: row.levels.length } : null,
      inHospital: row?.inHospital ?? false,
    }
  }
}

async function areaNames(db: Db, codes: readonly string[]): Promise<Record<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from area
    where code = any(${codes}::text[])`.execute(brokerage(db))
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}

async function waitingFor(db: Db, partnershipId: Id, services: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from care_package
    where partnership_id = ${partnershipId} and state in ('waiting', 'offering', 'unmet')
      and service_type_key = any(${services}::text[])`.execute(brokerage(db))
  return rows[0]?.count ?? 0
}
