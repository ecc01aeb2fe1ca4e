import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import type { Answer } from '../../engines/allocation/index.ts'
import type { DrillAsked } from './drill-asked.ts'
import type { CareGiven, CareOption, DrillGround } from './drill-ground.ts'
import { type DrillProblem, minutesOf, ownCell, priorityOf } from './drill-problem.ts'
import { type HomesFound, homesFound } from './home-places.ts'
import { type UnplacedReason, whyUnplaced } from './why-unplaced.ts'

/** Someone of a drill: where they could go, or why nowhere. */
export interface DrillPerson {
  readonly package: string
  readonly serviceType: string
  readonly area: string
  readonly minutes: number
  readonly level: string | null
  readonly highest: boolean
  readonly twoCarers: boolean
  readonly inHospital: boolean
  readonly priority: number
  readonly from: Id
  /** Null when nobody is found. */
  readonly to: Id | null
  readonly penceNow: Pence | null
  readonly penceAfter: Pence | null
  /** Whether somebody earlier in the framework's order was passed over. */
  readonly passedOver: boolean
  readonly why: UnplacedReason | null
}

/** People and hours of an area or a service, now and after. */
export interface DrillSum {
  readonly key: string
  readonly people: number
  readonly minutes: number
  readonly placedPeople: number
  readonly placedMinutes: number
  readonly highest: number
  readonly twoCarers: number
  readonly inHospital: number
  /** Of those who have a price now. */
  readonly penceNow: Pence
  /** Of those who are placed and have a price. */
  readonly penceAfter: Pence
  /** What those cost now who are placed: what to compare the cost after with. */
  readonly pencePlacedNow: Pence
  readonly unpriced: number
}

/** What a drill found; kept with its run. */
export interface DrillResult {
  readonly closesOn: IsoDate
  readonly people: readonly DrillPerson[]
  /** Of other providers, who would change theirs: each has to agree. */
  readonly moved: readonly DrillPerson[]
  readonly byArea: readonly DrillSum[]
  readonly byService: readonly DrillSum[]
  readonly total: DrillSum
  /** Hours free with others before, and after: the alternative capacity. */
  readonly freeMinutes: number
  readonly leftMinutes: number
  readonly othersLocked: number
  readonly othersConsidered: number
  /** Others were allowed to move, but the plan would have cost one of them their care: it was refused and made anew with all of them locked. */
  readonly refused: number
  readonly waiting: number
  readonly gap: number
  readonly proved: boolean
  readonly names: Readonly<Record<Id, string>>
  readonly areas: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, string>>
  readonly homes: HomesFound | null
}

/** What a plan means for everyone in it. */
export function drillResult(
  ground: DrillGround,
  asked: Pick<DrillAsked, 'residents' | 'othersFullPercent'>,
  { care, cells }: DrillProblem,
  { plan, gap, proved }: Pick<Answer, 'plan' | 'gap' | 'proved'>,
  refused: number,
): DrillResult {
  const byKey = new Map(ground.cells.map((cell) => [cell.key, cell]))
  const told = care.map((one, at) => {
    const cell = cells[plan[at] ?? -1]
    const option = cell === undefined ? undefined : one.options.find((each) => each.cell === cell)
    return personOf(one, option, byKey)
  })
  const people = told.slice(0, ground.affected.length)
  const others = told.slice(ground.affected.length)
  const free = ground.cells.reduce(
    (sum, { minutes }) => sum + minutes.reduce((all, one) => all + Math.max(0, one), 0),
    0,
  )
  const taken = people.reduce((sum, { to, minutes }) => sum + (to === null ? 0 : minutes), 0)
  return {
    closesOn: ground.closesOn,
    people: people.toSorted(byUrgency),
    moved: others.filter(({ from, to }) => to !== null && to !== from).toSorted(byUrgency),
    byArea: sumsBy(people, ({ area }) => area),
    byService: sumsBy(people, ({ serviceType }) => serviceType),
    total: sumOf('', people),
    freeMinutes: free,
    leftMinutes: free - taken,
    othersLocked: ground.othersLocked + ground.others.length - others.length,
    othersConsidered: others.length,
    refused,
    waiting: ground.waiting,
    gap,
    proved,
    names: ground.names,
    areas: ground.areas,
    services: ground.services,
    homes: homesFound(ground, asked),
  }
}

function personOf(
  care: CareGiven,
  option: CareOption | undefined,
  cells: Parameters<typeof whyUnplaced>[1],
): DrillPerson {
  const stays = ownCell(care) !== null && option?.organisationId === care.organisationId
  return {
    package: care.package,
    serviceType: care.serviceType,
    area: care.area,
    minutes: minutesOf(care),
    level: care.level?.name ?? null,
    highest: care.level !== null && care.level.of > 1 && care.level.place === 0,
    twoCarers: care.twoCarers,
    inHospital: care.inHospital,
    priority: priorityOf(care),
    from: care.organisationId,
    to: option?.organisationId ?? null,
    penceNow: care.pence,
    penceAfter: stays ? care.pence : (option?.pence ?? null),
    passedOver: option !== undefined && care.options.some(({ rank }) => rank < option.rank),
    why: option ? null : whyUnplaced(care, cells),
  }
}

/** Those without a place first, the most urgent of them first; then by reference, so that it is never chance. */
const byUrgency = (a: DrillPerson, b: DrillPerson): number =>
  Number(a.to !== null) - Number(b.to !== null) ||
  b.priority - a.priority ||
  b.minutes - a.minutes ||
  (a.package < b.package ? -1 : a.package > b.package ? 1 : 0)

function sumsBy(people: readonly DrillPerson[], key: (one: DrillPerson) => string): DrillSum[] {
  return [...Map.groupBy(people, key)]
    .map(([of, some]) => sumOf(of, some))
    .toSorted(
      (a, b) =>
        b.people - b.placedPeople - (a.people - a.placedPeople) || b.people - a.people || (a.key < b.key ? -1 : 1),
    )
}

function sumOf(key: string, people: readonly DrillPerson[]): DrillSum {
  const sum = (of: (one: DrillPerson) => number) => people.reduce((total, one) => total + of(one), 0)
  const placed = ({ to }: DrillPerson) => to !== null
  return {
    key,
    people: new Set(people.map((one) => one.package)).size,
    minutes: sum(({ minutes }) => minutes),
    placedPeople:
      new Set(people.map((one) => one.package)).size -
      new Set(people.filter((one) => !placed(one)).map((one) => one.package)).size,
    placedMinutes: sum((one) => (placed(one) ? one.minutes : 0)),
    highest: people.filter(({ highest }) => highest).length,
    twoCarers: people.filter(({ twoCarers }) => twoCarers).length,
    inHospital: people.filter(({ inHospital }) => inHospital).length,
    penceNow: sum(({ penceNow }) => penceNow ?? 0),
    penceAfter: sum(({ penceAfter }) => penceAfter ?? 0),
    pencePlacedNow: sum((one) => (placed(one) && one.penceAfter !== null ? (one.penceNow ?? 0) : 0)),
    unpriced: people.filter((one) => one.penceNow === null || (placed(one) && one.penceAfter === null)).length,
  }
}
