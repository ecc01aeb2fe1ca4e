import type { Partnership } from '../../../core/auth/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { takeCapacity } from '../../../providers/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { minutesByBand } from '../../minutes-by-band.ts'
import type { Offer } from '../../offer.ts'
import { linesWith, type WantedLine } from '../../offers/unplaced.ts'
import { type WeeklyVisit, weeklyMinutes } from '../../visit-line.ts'
import { type Days, within } from '../course.ts'
import { writePlacement } from './write-placement.ts'

/** Visits of a package that a provider is to give. */
export interface VisitsToPlace {
  /** With the lines of which the visits are. */
  readonly package: CarePackage
  readonly offer: Pick<Offer, 'id' | 'organisationId' | 'contractId' | 'lotId' | 'shortTermUntil'>
  readonly visits: readonly WeeklyVisit[]
  readonly startOn: IsoDate
  /** The lines of the package over all days. */
  readonly wanted: readonly WantedLine[]
  readonly partnership: Pick<Partnership, 'id' | 'prefix'>
}

/** What came of placing visits. */
export type Placed =
  | {
      readonly outcome: 'placed'
      readonly placementId: Id
      readonly reference: string
      readonly visits: readonly (WeeklyVisit & Days)[]
    }
  | { readonly outcome: 'refused'; readonly sentence: string }

/**
 * Places visits with a provider from a day on, each as long as it is wanted: takes its capacity, then writes the
 * placement with its visits. Where too little is left of the capacity nothing is written. That nobody else gives a visit
 * on a day the database refuses by itself.
 */
export async function placeVisits(work: Work, placing: VisitsToPlace): Promise<Placed> {
  const { db, partnershipId } = work
  const { package: of, offer, visits, partnership } = placing
  const { organisationId, contractId, lotId, shortTermUntil } = offer
  const lines = linesWith(of.lines, visits)
  const held = heldVisits(placing)
  const startsOn = held.map(({ from }) => from).toSorted()[0]
  if (startsOn === undefined)
    return { outcome: 'refused', sentence: 'These visits are not wanted on any day from then on.' }
  const committed = minutesByBand(lines)
  const capacity = { partnershipId, organisationId, serviceType: of.serviceType, area: of.area }
  const taken = await takeCapacity(db, { ...capacity, minutesByBand: committed })
  if (!taken.taken) return { outcome: 'refused', sentence: taken.sentence }
  const { placementId, reference } = await writePlacement(work, of, {
    organisationId,
    offerId: offer.id,
    contractId,
    lotId,
    followsId: null,
    startsOn,
    startedOn: null,
    shortTermUntil,
    committed,
    visits: held,
    partnership,
  })
  work.told.push({
    event: 'brokerage.placement-agreed',
    subject: { kind: 'package', id: of.id },
    payload: {
      placementId,
      reference,
      offerId: offer.id,
      organisationId,
      startOn: startsOn,
      until: shortTermUntil,
      visits,
      weeklyMinutes: weeklyMinutes(lines),
    },
  })
  return { outcome: 'placed', placementId, reference, visits: held }
}

/** The visits over the days on which they are wanted, from the start up to the end of a short term. */
const heldVisits = ({ wanted, offer, visits, startOn }: VisitsToPlace): (WeeklyVisit & Days)[] =>
  visits.flatMap(({ lineId, weekday }) => {
    const line = wanted.find((one) => one.line.id === lineId)
    const days = line && within(line, { from: startOn, until: offer.shortTermUntil })
    return days ? [{ from: days.from, until: days.until, lineId, weekday }] : []
  })
