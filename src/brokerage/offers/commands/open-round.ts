import { type Actor, accountOf } from '../../../core/auth/index.ts'
import { ahead, type Db, json, keptPlan } from '../../../core/db/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { lockRow } from '../../requests/commands/lock-package.ts'
import { packageOf } from '../../requests/queries/package-row.ts'
import { ruleFor } from '../../rules/queries/rule.ts'
import { brokerage } from '../../schema/index.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { type Outcome, refused } from '../outcome.ts'
import { offerGround } from '../queries/ground.ts'
import type { Round } from '../round.ts'
import { laterOf, unplacedFrom, wantedAfter } from '../unplaced.ts'
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
    const locked = await lockRow(work, packageId, { version })
    if (locked.outcome === 'conflict') return refused('conflict', locked.sentence)
    const opened = await beginRound(work, packageOf(locked.row, []), { fromStep })
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
  of: Omit<CarePackage, 'lines'>,
  { fromStep = 1, goesWith = null }: RoundBeginning = {},
): Promise<Opened> {
  const { db, partnershipId, actor, at } = work
  if (of.state === 'suspended') return refused('not-live', 'This package is at rest. Resume it first.')
  if (of.state === 'ended' || of.state === 'withdrawn') return refused('not-live', 'This package is over.')
  const today = londonDate(at)
  const { open, rounds, wanted, given, partnership, calendar } = await offerGround(db, partnershipId, of.id)
  if (open) return refused('round-open', 'Offers are out for this package already.')
  const unplaced = unplacedFrom(wantedAfter(wanted, today), given, today)
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
    number: rounds + 1,
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
  const time = { partnership, rule, calendar }
  const sent = await askNext(work, { package: of, round, offers: [], approvals: [], time }, round.lines)
  return { outcome: 'done', roundId: round.id, sent }
}

/** Writes a new round, and that its package is with providers. */
const writeRound = ({ db, partnershipId, at }: Work, round: Round) =>
  ahead(
    brokerage(db),
    brokerage(db)
      .with('offering', (also) =>
        also
          .updateTable('care_package')
          .set({ state: 'offering', changed_at: at, ended_on: null, end_reason: null })
          .where('partnership_id', '=', partnershipId)
          .where('id', '=', round.packageId),
      )
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
      .modifyEnd(keptPlan),
  )
