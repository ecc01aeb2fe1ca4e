import { longDate } from '../../core/ui/format.ts'
import { type Id, type IsoDate, londonDate } from '../../core/values/index.ts'
import { regulatorNames } from '../register/register-words.ts'
import type { Duty } from './registration.ts'

/** What is known of an organisation that is about to get a place in a lot. */
export interface Candidate {
  readonly organisation: string
  /** The service's name; null when the lot names none. */
  readonly service: string | null
  readonly duty: Duty | null
  /** Its registration with the regulator of the duty. */
  readonly registrationId: Id | null
  /** The suspension that stands in the way, which ends at an instant or is to be lifted. */
  readonly suspension: { readonly until: Date | null; readonly reason: string } | null
}

/** Whether an organisation may be given a place in a lot, with the registration that it rests on. */
export type MayBeAwarded = { readonly duty: Duty | null; readonly registrationId: Id | null } & (
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'unregistered' | 'suspended'; readonly sentence: string }
)

/** Decides it: nobody who is suspended, and for a registered service nobody whom its regulator does not know. */
export function awardable({ organisation, service, duty, registrationId, suspension }: Candidate): MayBeAwarded {
  const known = { duty, registrationId }
  if (suspension) {
    const sentence = `${organisation} is suspended${untilWords(suspension.until)}: nothing new may be placed with it.`
    return { ...known, allowed: false, because: 'suspended', sentence }
  }
  if (duty && !registrationId) {
    const sentence = `${organisation} is not known to be registered with the ${regulatorNames[duty.regulator]}, as ${(service ?? 'this service').toLowerCase()} has to be (${duty.source}).`
    return { ...known, allowed: false, because: 'unregistered', sentence }
  }
  return { ...known, allowed: true }
}

const untilWords = (until: Date | null) => (until ? ` until ${longDate(lastDayBefore(until))}` : '')

/** The last day that an instant leaves whole behind it, or the day in which it lies. */
const lastDayBefore = (until: Date): IsoDate => londonDate(new Date(until.getTime() - 1))
