import type { Settings, SettingsSection } from './settings.ts'

/** Something that a public page would say and can't yet. */
export interface Unfilled {
  readonly section: SettingsSection
  /** The field on the page where the section is changed. */
  readonly field: string
  /** As the end of a sentence: "how people can reach you by email". */
  readonly what: string
}

/** What the public pages need and the settings do not say, in the order of the settings. */
export function unfilled({ contact, accessibility, privacy }: Omit<Settings, 'identity' | 'publication'>): Unfilled[] {
  const wanted: readonly (Unfilled & { readonly there: boolean })[] = [
    { section: 'contact', field: 'email', what: 'an email address to write to', there: contact.email !== '' },
    { section: 'contact', field: 'phone', what: 'a telephone number', there: contact.phone !== '' },
    { section: 'contact', field: 'address', what: 'a postal address', there: contact.address !== '' },
    {
      section: 'accessibility',
      field: 'compliance',
      what: 'how far the pages meet the accessibility guidelines',
      there: accessibility.compliance !== '',
    },
    {
      section: 'accessibility',
      field: 'tested',
      what: 'how the pages were tested',
      there: accessibility.tested !== '',
    },
    {
      section: 'accessibility',
      field: 'preparedOn-day',
      what: 'when the accessibility statement was prepared',
      there: accessibility.preparedOn !== '',
    },
    {
      section: 'accessibility',
      field: 'responseDays',
      what: 'how soon you answer people who report a problem',
      there: accessibility.responseDays !== null,
    },
    { section: 'privacy', field: 'controller', what: 'who the data controller is', there: privacy.controller !== '' },
    {
      section: 'privacy',
      field: 'officer',
      what: 'how to reach the data protection officer',
      there: privacy.officer !== '',
    },
    {
      section: 'privacy',
      field: 'bases',
      what: 'the lawful basis for using personal data',
      there: privacy.bases.length > 0,
    },
    {
      section: 'privacy',
      field: 'registration',
      what: 'the registration with the Information Commissioner',
      there: privacy.registration !== '',
    },
  ]
  return wanted.filter(({ there }) => !there).map(({ there: _, ...rest }) => rest)
}
