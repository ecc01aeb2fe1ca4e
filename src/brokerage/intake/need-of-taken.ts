import { type IsoDate, londonDate } from '../../core/values/index.ts'
import type { SpellsAsked } from '../unmet/spell-plan.ts'
import type { TakenPackage } from './taken-package.ts'

/** What the spells of a package that is taken over are worked out from. */
export function needOfTaken({ package: of, care, endedOn, row }: TakenPackage, today: IsoDate): SpellsAsked {
  const readyOn = londonDate(of.readyAt)
  const course = care?.course
  return {
    facts: {
      lines: of.lines.map((line) => ({ ...line, held: { from: readyOn, until: null } })),
      placed: (course?.visits ?? []).map(({ lineId, weekday, from, until }) => ({
        placementId: course?.id ?? '',
        lineId,
        weekday,
        held: { from, until },
        startedOn: course?.startedOn ?? null,
      })),
      pauses: (course?.pauses ?? []).map(({ from, until }) => ({
        placementId: course?.id ?? '',
        during: { from, until },
      })),
      nothingFrom: endedOn ?? (of.state === 'suspended' ? today : null),
    },
    overBecause: endedOn !== null ? 'ended' : of.state === 'suspended' ? 'at-rest' : null,
    readyOn,
    today,
    reason: row.wait.reason,
    inHospital: of.origin === 'hospital',
    last: undefined,
  }
}
