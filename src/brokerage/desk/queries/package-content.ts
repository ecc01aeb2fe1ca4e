import type { Partnership } from '../../../core/auth/index.ts'
import type { WorkingCalendar } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { lastEntriesOf } from '../../../core/ledger/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { areaByCode } from '../../../places/index.ts'
import { organisationNames, serviceTypes } from '../../../providers/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { decisionsIn } from '../../kept-decision.ts'
import { offerGround } from '../../offers/queries/ground.ts'
import { type Ladder, ladderOf } from '../../offers/queries/ladder.ts'
import { type Unplaced, unplacedFrom, wantedAfter } from '../../offers/unplaced.ts'
import type { Course } from '../../placements/course.ts'
import { coursesOf } from '../../placements/queries/courses.ts'
import { packageBy } from '../../requests/queries/package.ts'
import { minutesLeft } from '../../rules/working-clock.ts'
import { type NamedSpell, spellsOfPackage } from '../../unmet/queries/spells.ts'
import { happeningWords, organisationsIn } from '../happening.ts'
import { type DeskDecision, deskDecision } from '../why-told.ts'
import { type Broker, brokerOf, namesOfAccounts } from './brokers.ts'
import { versionOfPackage } from './desk-version.ts'

/** Entries of the ledger that a page looks back over, and decisions that it tells of. */
const mostEntries = 80
const mostDecisions = 12

/** Something that happened, in words. */
export interface Happening {
  readonly seq: number
  readonly at: Date
  readonly words: string
}

/** Everything that the page of a package shows. */
export interface PackageContent {
  readonly key: string
  readonly package: CarePackage
  readonly service: string
  readonly area: string
  readonly broker: Broker | undefined
  /** The rounds, the newest first. */
  readonly ladders: readonly Ladder[]
  /** Working minutes left of each offer whose clock runs. */
  readonly minutesLeft: ReadonlyMap<Id, number>
  readonly unplaced: Unplaced | undefined
  readonly courses: readonly Course[]
  readonly organisations: ReadonlyMap<Id, string>
  readonly spells: readonly NamedSpell[]
  /** The latest first. */
  readonly happenings: readonly Happening[]
  readonly more: boolean
  /** The latest first. */
  readonly decisions: readonly DeskDecision[]
}

/** Reads a package with its offers, what was decided, what happened and what was told; a bounded number of queries. */
export async function packageContent(
  db: Db,
  partnership: Partnership,
  { reference, now }: { readonly reference: string; readonly now: Date },
): Promise<PackageContent> {
  const { id: partnershipId } = partnership
  const on = londonDate(now)
  const found = await packageBy(db, partnershipId, { reference }, on)
  if (!found) throw notFound('This package')
  const ladders = await ladderOf(db, partnershipId, found.id)
  const entries = await lastEntriesOf(db, partnershipId, { kind: 'package', id: found.id }, mostEntries)
  const courses = await coursesOf(db, partnershipId, found.id)
  const organisations = await organisationNames(db, [
    ...new Set([...entries.flatMap(organisationsIn), ...courses.map(({ organisationId }) => organisationId)]),
  ])
  const accounts = await namesOfAccounts(
    db,
    entries.flatMap(({ accountId, actorKind }) => (accountId && actorKind === 'staff' ? accountId : [])),
  )
  const services = await serviceTypes(db)
  const { wanted, given, calendar } = await offerGround(db, partnershipId, found.id)
  return {
    // Read first: what changes while the rest is read is told again, rather than missed.
    key: versionOfPackage(found.version, now),
    package: found,
    service: services.find((one) => one.key === found.serviceType)?.name ?? found.serviceType,
    area: (await areaByCode(db, found.area)).name,
    broker: await brokerOf(db, partnershipId, found.id),
    ladders,
    minutesLeft: leftOf(calendar, ladders[0], now),
    unplaced: isOver(found) ? undefined : unplacedFrom(wantedAfter(wanted, on), given, on),
    courses,
    organisations,
    spells: await spellsOfPackage(db, partnershipId, found.id),
    happenings: entries.flatMap((entry) => {
      const words = happeningWords(entry, { organisations, accounts })
      return words === undefined ? [] : [{ seq: entry.seq, at: entry.at, words }]
    }),
    more: entries.length === mostEntries,
    decisions: decisionsIn(entries).slice(0, mostDecisions).map(deskDecision),
  }
}

const isOver = ({ state }: CarePackage): boolean => state === 'ended' || state === 'withdrawn'

function leftOf(calendar: WorkingCalendar, ladder: Ladder | undefined, now: Date): ReadonlyMap<Id, number> {
  const running = ladder?.offers.filter(({ state, dueAt }) => state === 'open' && dueAt !== null) ?? []
  if (!ladder) return new Map()
  return new Map(
    running.flatMap(({ id, dueAt }): [Id, number][] =>
      dueAt ? [[id, minutesLeft(calendar, ladder.rule.hours, now, dueAt)]] : [],
    ),
  )
}
