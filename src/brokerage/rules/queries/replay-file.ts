import { type Partnership, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { invalid } from '../../../core/errors/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { draftRule } from '../draft-rule.ts'
import { londonMidnight } from '../london-midnight.ts'
import type { ReplayedOffer } from '../past-round.ts'
import type { ReplayedRound } from '../replay.ts'
import { type ReplaySummary, summaryOf } from '../replay-summary.ts'
import { readRuleFile } from '../rule-file.ts'
import { replayPast } from './replay-past.ts'
import { subjectOf } from './rule-subject.ts'

/** What past rounds would have come to under a rule of a file. */
export interface PastReplay extends ReplaySummary {
  readonly partnership: string
  readonly rule: { readonly name: string; readonly serviceType: string; readonly contract: string | null }
  readonly from: IsoDate
  /** The last day. */
  readonly to: IsoDate
  readonly asked: readonly RoundOutline[]
}

interface RoundOutline extends Pick<ReplayedRound, 'reference' | 'number' | 'wantedMinutes' | 'same'> {
  readonly openedAt: string
  readonly before: readonly ReplayedOffer[]
  readonly after: readonly ReplayedOffer[]
}

/** Replays the rounds that were opened from one day to another under the one rule of a file; nothing is changed. */
export async function replayFile(
  database: Database,
  partnership: Pick<Partnership, 'id' | 'slug'>,
  {
    name,
    text,
    from,
    to,
  }: { readonly name: string; readonly text: string; readonly from: IsoDate; readonly to: IsoDate },
): Promise<PastReplay> {
  if (to < from) throw invalid(`The days end on ${to}, before they begin on ${from}.`)
  const readings = readRuleFile(name, text)
  if (typeof readings === 'string') throw invalid(readings)
  const [reading, ...others] = readings
  if (!reading || others.length > 0) throw invalid(`${name} has ${readings.length} rules: give a file with one.`)
  if ('problems' in reading)
    throw invalid(reading.problems.map(({ at, reason }) => (at ? `${reason} (${at})` : reason)).join(' '))
  const { rule } = reading
  const actor = systemActor(partnership.id)
  const subject = await asActor(database, actor, (db) => subjectOf(db, partnership.id, rule))
  if ('reason' in subject) throw invalid(subject.reason)
  const { rounds } = await replayPast(database, actor, {
    partnershipId: partnership.id,
    rule: draftRule({ ...rule, ...subject }),
    from: londonMidnight(from),
    to: londonMidnight(to, 1),
  })
  return {
    partnership: partnership.slug,
    rule: { name: rule.name, serviceType: subject.serviceType, contract: rule.contract },
    from,
    to,
    ...summaryOf(rounds),
    asked: rounds.map(({ reference, number, openedAt, wantedMinutes, same, before, after }) => ({
      reference,
      number,
      openedAt: openedAt.toISOString(),
      wantedMinutes,
      same,
      before,
      after,
    })),
  }
}
