import type { Id } from '../../core/values/index.ts'
import type { PackageToPlace } from '../../engines/allocation/problem.ts'
import { minutesByBand } from '../minutes-by-band.ts'
import { bands, weeklyMinutes } from '../visit-line.ts'
import { priorityOf } from './care-to-place.ts'
import { joinedAreas } from './joined-areas.ts'
import { type OptionsOfCare, optionsOfCare } from './options-of-care.ts'
import type { PlacingGround } from './placing-ground.ts'
import type { PlacedPackage, PlacingInput } from './placing-input.ts'
import { roomsOfCare } from './rooms-of-care.ts'

/**
 * Makes the problem: for each package those whom its rule could ask, at their price and place in its order; for each
 * organisation the room that it declared. Everything has a fixed order, so that the same reading gives the same bytes.
 */
export function problemOfCare(read: PlacingGround): PlacingInput {
  const { care, grounds, on, limits } = read
  const organisations = namesOf(read)
  const organisationAt = new Map(organisations.map(({ id }, at) => [id, at]))
  const areas = joinedAreas(grounds, read.rooms)
  const areaAt = new Map(
    areas.flatMap(({ serviceType, codes }, at) => codes.map((code) => [`${serviceType} ${code}`, at])),
  )
  const area = (serviceType: string, code: string) => areaAt.get(`${serviceType} ${code}`) ?? -1
  const organisation = (id: Id) => organisationAt.get(id) ?? -1
  const { rooms, providers, roomOf } = roomsOfCare(read, { area, organisation })
  const groundOf = new Map(grounds.map((ground) => [`${ground.serviceType} ${ground.area}`, ground]))
  const found = care.map((one) => optionsOfCare(one, groundOf.get(`${one.serviceType} ${one.area}`), read))
  const told = found.map(({ not }) => not.filter(({ beside }) => !beside))
  const sentences = [...new Set(told.flatMap((not) => not.map(({ sentence }) => sentence)))]
  const sentenceAt = new Map(sentences.map((sentence, at) => [sentence, at]))
  return {
    problem: {
      unmetPencePerHour: limits.unmetPencePerHour,
      packages: care.map((one, at): PackageToPlace => {
        const { options } = found[at] ?? nobody
        const refused = new Set(read.forbidden?.get(one.packageId) ?? [])
        const kept = read.kept?.get(one.packageId)
        // Who can't be asked any more can't be kept either; whoever asked is told.
        const keptWith = options.find(
          ({ organisationId }) => organisationId === kept && !refused.has(kept),
        )?.organisationId
        const current = keptWith ?? one.current?.organisationId
        const by = minutesByBand(one.lines)
        return {
          id: one.reference,
          area: area(one.serviceType, one.area),
          minutes: bands.map((band) => by[band] ?? 0),
          priority: priorityOf(one, on),
          options: options.map(({ organisationId, rank, cost }) => ({
            provider: roomOf(one, organisationId),
            cost,
            rank,
          })),
          current: current === undefined ? null : roomOf(one, current),
          locked: one.locked || keptWith !== undefined,
          forbidden: options.flatMap(({ organisationId }) =>
            refused.has(organisationId) ? [roomOf(one, organisationId)] : [],
          ),
        }
      }),
      providers,
      maxShare: limits.sharePercent === null ? null : limits.sharePercent / 100,
      ...(limits.bypassPence > 0 ? { bypassPence: limits.bypassPence } : {}),
    },
    packages: care.map(
      (one, at): PlacedPackage => ({
        packageId: one.packageId,
        reference: one.reference,
        version: one.version,
        serviceType: one.serviceType,
        area: one.area,
        origin: one.origin,
        startBy: one.startBy,
        carers: one.lines.some(({ carers }) => carers === 2) ? 2 : 1,
        minutes: weeklyMinutes(one.lines),
        unpriced: found[at]?.unpriced ?? [],
        not: (told[at] ?? []).map(({ organisationId, sentence }) => [
          organisation(organisationId),
          sentenceAt.get(sentence) ?? 0,
        ]),
        beside: (found[at]?.not ?? []).flatMap((one) => (one.beside ? [organisation(one.organisationId)] : [])),
      }),
    ),
    rooms,
    areas,
    organisations,
    sentences,
    on,
  }
}

const nobody: Pick<OptionsOfCare, 'options'> = { options: [] }

/** Everyone who has to do with it, by name, then by identifier. */
function namesOf({ grounds, given, care }: PlacingGround): { id: Id; name: string }[] {
  const found = new Map<Id, string>()
  for (const { current } of care) if (current) found.set(current.organisationId, 'A provider that has left')
  for (const { organisationId, organisation } of given) found.set(organisationId, organisation)
  for (const { organisationId, organisation } of grounds.flatMap(({ candidates }) => candidates)) {
    found.set(organisationId, organisation)
  }
  const key = ({ id, name }: { id: Id; name: string }) => `${name.toLowerCase()} ${id}`
  return [...found].map(([id, name]) => ({ id, name })).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
