import { type Actor, accountOf } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { lockPackage } from '../../requests/commands/lock-package.ts'
import { setPackageState } from '../../requests/commands/set-package-state.ts'
import { ruleFor } from '../../rules/queries/rule.ts'
import { brokerage } from '../../schema/index.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { type Outcome, refused } from '../outcome.ts'
import { roundsOf } from '../queries/round.ts'
import { timeOf } from '../queries/round-time.ts'
import { unplacedOf } from '../queries/unplaced.ts'
import type { Round } from '../round.ts'
import { laterOf } from '../unplaced.ts'
import { attempting } from './attempting.ts'
import { askNext } from './next-in-round.ts'
import type { SentOffer } from './send-offers.ts'

/** Which package offers are to go out for. */
interface RoundToOpen {
  readonly partnershipId: Id
  readonly packageId: Id
  /** As it was seen. */
  readonly version: number
  readonly fromStep?: number | undefined
  readonly at: Date
}

/** What came of opening a round. */
export type Opened = Outcome<{ readonly roundId: Id; readonly sent: readonly SentOffer[] }>

/** Sends the first offers for what is unplaced of a package, by the rule in force. Of two who press the button, one does. */
export const openRound = (
  db: Db,
  actor: Actor,
  { partnershipId, packageId, version, fromStep, at }: RoundToOpen,
): Promise<Opened> =>
  attempting({ db, partnershipId, actor, at }, async (work) => {
    const locked = await lockPackage(work, packageId, { version })
    if (locked.outcome === 'conflict') return refused('conflict', locked.sentence)
    const opened = await beginRound(work, locked.package, { fromStep })
    if (opened.outcome === 'done') await tellSpell(work, packageId)
    return opened
  })

/** How a round begins: at which step, and whom it asks before that because it gives care to the person already. */
interface RoundBeginning {
  readonly fromStep?: number | undefined
  readonly goesWith?: Id | null
}

/** Opens a round for a package that is locked, as a part of other work. */
export async function beginRound(
  work: Work,
  of: CarePackage,
  { fromStep = 1, goesWith = null }: RoundBeginning = {},
): Promise<Opened> {
  const { db, partnershipId, actor, at } = work
  if (of.state === 'suspended') return refused('not-live', 'This package is at rest. Resume it first.')
  if (of.state === 'ended' || of.state === 'withdrawn') return refused('not-live', 'This package is over.')
  const today = londonDate(at)
  const rounds = await roundsOf(db, partnershipId, of.id)
  if (rounds.some(({ closedAt }) => closedAt === null))
    return refused('round-open', 'Offers are out for this package already.')
  const unplaced = await unplacedOf(db, partnershipId, of.id, today)
  if (!unplaced) return refused('nothing-to-place', 'All of this package is placed.')
  const rule = await ruleFor(db, partnershipId, { serviceType: of.serviceType, area: of.area, on: today })
  if (!rule)
    return refused(
      'no-rule',
      'No rule says who is asked for this service in this area. A contracts officer writes one.',
    )
  if (!Number.isInteger(fromStep) || fromStep < 1 || fromStep > rule.steps.length) {
    return refused('bad-step', `The rule has steps 1 to ${rule.steps.length}.`)
  }
  const round: Round = {
    id: newId(),
    packageId: of.id,
    number: (rounds[0]?.number ?? 0) + 1,
    ruleVersionId: rule.versionId,
    step: 0,
    fromStep,
    state: 'running',
    outcome: null,
    lines: unplaced.lines,
    startBy: laterOf(of.startBy, unplaced.on),
    openedAt: at,
    openedBy: accountOf(actor),
    pausedAt: null,
    closedAt: null,
    goesWith,
  }
  await writeRound(work, round)
  await setPackageState(work, of.id, 'offering')
  work.told.push({
    event: 'brokerage.round-opened',
    subject: { kind: 'package', id: of.id },
    payload: {
      roundId: round.id,
      number: round.number,
      ruleVersionId: rule.versionId,
      fromStep,
      startBy: round.startBy,
      weeklyMinutes: weeklyMinutes(round.lines),
    },
  })
  const time = await timeOf(db, partnershipId, rule)
  const ground = { time, left: round.lines, approvals: [] }
  const sent = await askNext(work, { package: of, round, offers: [] }, ground)
  return { outcome: 'done', roundId: round.id, sent }
}

const writeRound = ({ db, partnershipId }: Work, round: Round) =>
  brokerage(db)
    .insertInto('offer_round')
    .values({
      partnership_id: partnershipId,
      id: round.id,
      package_id: round.packageId,
      number: round.number,
      rule_version_id: round.ruleVersionId,
      step: round.step,
      from_step: round.fromStep,
      state: round.state,
      outcome: round.outcome,
      lines: json([...round.lines]),
      start_by: round.startBy,
      opened_at: round.openedAt,
      opened_by: round.openedBy,
      paused_at: round.pausedAt,
      closed_at: round.closedAt,
      goes_with: round.goesWith,
    })
    .execute()
