import { z } from 'zod'
import {
  date,
  dateFields,
  first,
  line,
  type Mistake,
  maybeDate,
  oneOf,
  type Read,
  readTyped,
  type Typed,
  words,
} from '../../../core/forms/index.ts'
import { type Id, type IsoDate, isId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { type DeclineReason, declineReasons } from '../../offer.ts'
import { type PauseReason, pauseReasons } from '../../placement.ts'
import { readVisits } from '../../requests/visit-rows.ts'
import { bands, type VisitLine, weekdays } from '../../visit-line.ts'
import type { AskedLine } from '../amend-lines.ts'
import type { ChangeKind } from '../change-kind.ts'
import {
  type CancelReason,
  cancelReasons,
  type EndReason,
  endReasons,
  type LaterEndReason,
  type LaterReason,
  laterEndReasons,
  laterReasons,
  type TransferReason,
  transferReasons,
  type WithdrawReason,
  withdrawReasons,
} from '../end-reasons.ts'

/** The value that stands for every placement that a change can be about. */
export const everyPlacement = 'all'

/** A change as it was asked for on its form. */
export type AskedChange =
  | { readonly kind: 'visits'; readonly from: IsoDate; readonly lines: readonly AskedLine[]; readonly reason: string }
  | {
      readonly kind: 'needs'
      readonly needs: readonly string[]
      readonly startBy: IsoDate
      readonly shortTerm: boolean
      readonly reason: string
    }
  | { readonly kind: 'start'; readonly placement: Id; readonly startedOn: IsoDate }
  | {
      readonly kind: 'later-start'
      readonly placement: Id
      readonly startsOn: IsoDate
      readonly reason: LaterReason
      /** What the provider said to it, in words. */
      readonly consent: string
    }
  | {
      readonly kind: 'rest'
      readonly placement: Id | typeof everyPlacement
      readonly from: IsoDate
      readonly until: IsoDate | null
      readonly reason: PauseReason
    }
  | { readonly kind: 'resume'; readonly placement: Id | typeof everyPlacement; readonly on: IsoDate }
  | { readonly kind: 'hand-back'; readonly placement: Id; readonly on: IsoDate; readonly reason: DeclineReason }
  | {
      readonly kind: 'go-on'
      readonly placement: Id
      readonly endsOn: IsoDate
      readonly reason: LaterEndReason
      /** What the provider said to it, in words. */
      readonly consent: string
    }
  | {
      readonly kind: 'transfer'
      readonly placement: Id
      readonly to: Id | null
      /** The name of an organisation outside the framework, after a merger. */
      readonly merged: string
      readonly on: IsoDate
      readonly reason: TransferReason
      readonly approvedBy: string
    }
  | { readonly kind: 'cancel'; readonly placement: Id; readonly reason: CancelReason }
  | { readonly kind: 'end'; readonly on: IsoDate; readonly reason: EndReason }
  | { readonly kind: 'withdraw'; readonly reason: WithdrawReason }

const placement = z.string().refine(isId, 'Choose which provider it is about')
const placements = z
  .string()
  .refine((typed) => typed === everyPlacement || isId(typed), 'Choose which provider it is about')
const why = words('Why it changes', 500).min(1, 'Enter why it changes')

const forms = {
  needs: z.object({
    needs: z.array(z.string().max(100)).max(60),
    start: date('Day by which care is to start'),
    reason: why,
  }),
  start: z.object({ placement, on: date('Day on which care started') }),
  'later-start': z.object({
    placement,
    on: date('Day on which care starts now'),
    reason: oneOf(laterReasons, 'Choose why it starts later'),
    consent: words('What the provider said', 500).min(1, 'Enter who of the provider agreed, and how'),
  }),
  rest: z.object({
    placement: placements,
    on: date('First day without care'),
    until: maybeDate('Day on which care goes on'),
    reason: oneOf(pauseReasons, 'Choose why care rests'),
  }),
  resume: z.object({ placement: placements, on: date('Day on which care goes on') }),
  'hand-back': z.object({
    placement,
    on: date('First day without this care'),
    reason: oneOf(declineReasons, 'Choose why it is given back'),
  }),
  'go-on': z.object({
    placement,
    on: date('First day without this care'),
    reason: oneOf(laterEndReasons, 'Choose why it goes on for longer'),
    consent: words('What the provider said', 500).min(1, 'Enter who of the provider agreed, and how'),
  }),
  transfer: z.object({
    placement,
    to: z.string(),
    merged: words('Name of the organisation', 200),
    on: date('First day with the other provider'),
    reason: oneOf(transferReasons, 'Choose why another provider takes it over'),
    approvedBy: line('Name of whoever approved it', 100),
  }),
  cancel: z.object({ placement, reason: oneOf(cancelReasons, 'Choose why it does not begin') }),
  end: z.object({ on: date('First day without care'), reason: oneOf(endReasons, 'Choose why care ends') }),
  withdraw: z.object({ reason: oneOf(withdrawReasons, 'Choose why it is not needed any more') }),
} as const

const visitsForm = z.object({ on: date('Day from which this holds'), reason: why })

/** Reads the form of one kind of change. */
export function readChange(kind: ChangeKind, typed: Typed): Read<AskedChange> {
  switch (kind) {
    case 'visits':
      return readVisitsChange(typed)
    case 'needs':
      return reading(forms.needs, typed, ({ start, ...more }) => ({
        ...{ kind, ...more, startBy: start, shortTerm: first(typed, 'short') === 'yes' },
      }))
    case 'start':
      return reading(forms.start, typed, ({ on, ...more }) => ({ kind, ...more, startedOn: on }))
    case 'later-start':
      return reading(forms['later-start'], typed, ({ on, ...more }) => ({ kind, ...more, startsOn: on }))
    case 'rest':
      return reading(forms.rest, typed, ({ on, ...more }) => ({ kind, ...more, from: on }))
    case 'resume':
      return reading(forms.resume, typed, (read) => ({ kind, ...read }))
    case 'hand-back':
      return reading(forms['hand-back'], typed, (read) => ({ kind, ...read }))
    case 'go-on':
      return reading(forms['go-on'], typed, ({ on, ...more }) => ({ kind, ...more, endsOn: on }))
    case 'transfer':
      return readTransfer(typed)
    case 'cancel':
      return reading(forms.cancel, typed, (read) => ({ kind, ...read }))
    case 'end':
      return reading(forms.end, typed, (read) => ({ kind, ...read }))
    case 'withdraw':
      return reading(forms.withdraw, typed, (read) => ({ kind, ...read }))
  }
}

function reading<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  typed: Typed,
  asked: (read: z.output<z.ZodObject<S>>) => AskedChange,
): Read<AskedChange> {
  const read = readTyped(schema, typed)
  return read.mistakes ? read : { read: asked(read.read) }
}

function readTransfer(typed: Typed): Read<AskedChange> {
  const read = readTyped(forms.transfer, typed)
  if (read.mistakes) return read
  const { to, merged } = read.read
  if (!isId(to) && merged === '') return { mistakes: [{ field: 'to', sentence: 'Choose who takes it over' }] }
  return { read: { kind: 'transfer', ...read.read, to: merged === '' ? to : null } }
}

function readVisitsChange(typed: Typed): Read<AskedChange> {
  const said = readTyped(visitsForm, typed)
  const visits = readVisits(typed, 1)
  const none: Mistake[] =
    !visits.mistakes && visits.read.length === 0
      ? [{ field: 's1-v1-minutes', sentence: 'Enter at least one visit: there are none in this week' }]
      : []
  const mistakes = [...(said.mistakes ?? []), ...(visits.mistakes ?? []), ...none]
  if (said.mistakes || visits.mistakes || mistakes.length > 0) return { mistakes }
  return { read: { kind: 'visits', from: said.read.on, lines: visits.read, reason: said.read.reason } }
}

/** The form of a change as it opens: what is wanted now, and today. */
export function emptyChange(
  kind: ChangeKind,
  of: CarePackage,
  { today, placements }: { readonly today: IsoDate; readonly placements: readonly Id[] },
): Typed {
  const only = placements.length === 1 ? placements[0] : kind === 'rest' || kind === 'resume' ? everyPlacement : ''
  const base: Typed = { placement: [only ?? ''] }
  if (kind === 'visits') return { ...base, ...dateFields('on', today), ...typedVisits(of.lines) }
  if (kind === 'needs')
    return { ...base, needs: [...of.needs], ...dateFields('start', of.startBy), short: of.shortTerm ? ['yes'] : [] }
  if (kind === 'rest') return { ...base, ...dateFields('on', today), ...dateFields('until', null) }
  const opens = kind === 'start' || kind === 'resume' ? today : null
  return { ...base, ...dateFields('on', opens) }
}

/** The visits of a week as the table of visits shows them: one of each part of the day first, then the others. */
function typedVisits(lines: readonly VisitLine[]): Typed {
  const firsts = bands.map((band) => lines.find((one) => one.band === band))
  const rows = [...firsts, ...lines.filter((one) => !firsts.includes(one))]
  const fields = rows.flatMap((row, index): [string, readonly string[]][] => {
    const prefix = `s1-v${index + 1}`
    return [
      [`${prefix}-band`, [row?.band ?? '']],
      [`${prefix}-minutes`, [row ? String(row.minutes) : '']],
      [`${prefix}-carers`, [String(row?.carers ?? 1)]],
      [`${prefix}-days`, (row?.days ?? weekdays).map(String)],
    ]
  })
  return { ...Object.fromEntries(fields), 's1-rows': [String(rows.length)], 's1-sent': [String(rows.length)] }
}
