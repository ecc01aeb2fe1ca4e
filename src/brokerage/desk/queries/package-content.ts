import type { Partnership } from '../../../core/auth/index.ts'
import { calendarOfPartnership } from '../../../core/calendar/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { lastEntriesOf } from '../../../core/ledger/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { areaByCode } from '../../../places/index.ts'
import { organisationNames, serviceTypes } from '../../../providers/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { decisionsIn } from '../../kept-decision.ts'
import { type Ladder, ladderOf } from '../../offers/queries/ladder.ts'
import { unplacedOf } from '../../offers/queries/unplaced.ts'
import type { Unplaced } from '../../offers/unplaced.ts'
import type { Course } from '../../placements/course.ts'
import { coursesOf } from '../../placements/queries/courses.ts'
import { packageBy } from '../../requests/queries/package.ts'
import { minutesLeft } from '../../rules/working-clock.ts'
import { type NamedSpell, spellsOfPackage } from '../../unmet/queries/spells.ts'
import { happeningWords, organisationsIn } from '../happening.ts'
import { type DeskDecision, deskDecision } from '../why-told.ts'
import { type Broker, brokerOf, namesOfAccounts } from './brokers.ts'
import { packageVersion } from './desk-version.ts'

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
  const key = await packageVersion(db, partnershipId, found.id, now)
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
  return {
    key,
    package: found,
    service: services.find((one) => one.key === found.serviceType)?.name ?? found.serviceType,
    area: (await areaByCode(db, found.area)).name,
    broker: await brokerOf(db, partnershipId, found.id),
    ladders,
    minutesLeft: await leftOf(db, partnership, ladders[0], now),
    unplaced: isOver(found) ? undefined : await unplacedOf(db, partnershipId, found.id, on),
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

async function leftOf(
  db: Db,
  partnership: Partnership,
  ladder: Ladder | undefined,
  now: Date,
): Promise<ReadonlyMap<Id, number>> {
  const running = ladder?.offers.filter(({ state, dueAt }) => state === 'open' && dueAt !== null) ?? []
  if (!ladder || running.length === 0) return new Map()
  const calendar = await calendarOfPartnership(db, partnership)
  return new Map(
    running.flatMap(({ id, dueAt }): [Id, number][] =>
      dueAt ? [[id, minutesLeft(calendar, ladder.rule.hours, now, dueAt)]] : [],
    ),
  )
}
