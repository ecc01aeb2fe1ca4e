import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Partnership } from '../../core/auth/index.ts'
import type { ListedContract } from './listed-contract.ts'
import { contractPath } from './paths.ts'

export interface CalendarAbout {
  readonly partnership: Pick<Partnership, 'slug' | 'title'>
  /** The site's own address, for links. */
  readonly origin: string
  readonly at: Date
}

/** What is to be decided about contracts as whole days of a calendar (RFC 5545); the same decision keeps its identifier. */
export function decisionsCalendar(
  contracts: readonly ListedContract[],
  { partnership, origin, at }: CalendarAbout,
): string {
  const calendar = ical({
    name: `Contract decisions, ${partnership.title}`,
    prodId: { company: 'Mercat', product: 'Contracts', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { id, reference, detail, decisions } of contracts) {
    const url = `${origin}${contractPath(partnership.slug, reference)}`
    for (const { kind, on, due, optionId, heading, sentence } of decisions) {
      calendar.createEvent({
        id: `${id}-${kind}-${optionId ?? on}@mercat`,
        allDay: true,
        // Whole days are written from the universal date, whatever the machine's zone.
        timezone: 'UTC',
        start: `${due}T00:00:00Z`,
        stamp: at,
        summary: `${detail.title}: ${heading}`,
        description: `${sentence}\n\n${reference}\n${url}`,
        url,
      })
    }
  }
  return calendar.toString()
}
