import { addDays, londonDate, type Random } from '../../core/values/index.ts'
import { visitsFrom } from '../intake/visits-cell.ts'
import type { AskedPackages } from '../requests/asked-packages.ts'
import { careWanted, supportWanted } from './invented-care.ts'
import { inventedPerson } from './invented-person.ts'

/** Where care is asked for in a played week: an area with the postcode district of one who lives there, and a service. */
export interface Ground {
  readonly area: string
  readonly district: string
  readonly serviceType: string
}

/** What an invented care manager asks for an invented person at a moment. */
export function inventedRequest(
  random: Random,
  ground: Ground,
  asked: { readonly number: number; readonly prefix: string; readonly level: string; readonly at: Date },
): AskedPackages {
  const { prefix, number, level, at } = asked
  const { record, ...person } = inventedPerson(
    random,
    { prefix, town: 'Exampleton', district: ground.district },
    number,
  )
  const wanted = ground.serviceType === 'supported-living' ? supportWanted(random) : careWanted(random)
  const lines = visitsFrom(wanted.visits)
  if (typeof lines === 'string') throw new Error(lines)
  const today = londonDate(at)
  return {
    person: { ...person, ownReference: record },
    area: ground.area,
    level,
    noLevelReason: null,
    outcomes: wanted.outcomes,
    needs: wanted.needs,
    choices: random.chance(0.2) ? 'The same carers in the morning where it can be' : '',
    supportOption: 3,
    origin: random.chance(0.4) ? 'hospital' : 'community',
    assessedOn: addDays(today, -random.between(0, 4)),
    readyAt: at,
    startBy: addDays(today, random.between(1, 5)),
    penPicture: wanted.penPicture,
    elements: [{ serviceType: ground.serviceType, shortTerm: false, lines }],
  }
}
