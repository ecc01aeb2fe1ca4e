import { type Partnership, systemActor } from '../auth/index.ts'
import type { Db } from '../db/index.ts'
import type { IsoDate } from '../values/index.ts'
import { saveSection } from './commands.ts'
import { settingsOf } from './queries.ts'
import type { Settings } from './settings.ts'

/** What a partnership of the demonstration is given to say: plainly invented, and true of nobody. */
const invented = (on: IsoDate): Omit<Settings, 'identity' | 'publication'> => ({
  contact: {
    email: 'commissioning@example.org',
    phone: '01632 960 001 (invented for the demonstration)',
    address: 'Invented for the demonstration: there is no office to write to',
    hours: 'Monday to Friday, 09:00 to 17:00',
  },
  accessibility: {
    compliance: 'partial',
    issues: [
      'Invented for the demonstration: one leaflet that we link to is a scanned picture of text. Ask us for it as text (WCAG 1.1.1).',
    ],
    tested:
      'Invented for the demonstration: two people who use screen readers tried the main pages.\nThe pages of the software are checked by a program (axe) whenever it changes.',
    preparedOn: on,
    reviewedOn: '',
    responseDays: 5,
  },
  privacy: {
    controller: 'a council invented for the demonstration',
    officer: 'privacy@example.org',
    registration: 'ZA000000',
    bases: ['public-task', 'legal-obligation'],
    retention: ['Invented for the demonstration: minutes of forums, for six years'],
  },
})

/** Fills in the settings of a demonstration partnership that has none; what somebody changed stays. */
export async function fillInDemonstration(db: Db, partnership: Partnership, at: Date, on: IsoDate): Promise<void> {
  const { versions } = await settingsOf(db, partnership)
  const content = invented(on)
  for (const section of ['contact', 'accessibility', 'privacy'] as const) {
    if (versions[section] > 0) continue
    await saveSection(
      db,
      systemActor(partnership.id),
      partnership,
      { section, onVersion: 0, content: content[section] },
      at,
    )
  }
}
