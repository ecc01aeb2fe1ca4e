import type { IsoDate } from '../values/index.ts'
import type { LawfulBasis } from './lawful-basis.ts'

/** How people reach the partnership about its pages. */
export interface Contact {
  readonly email: string
  readonly phone: string
  readonly address: string
  readonly hours: string
}

/** How far the pages meet the Web Content Accessibility Guidelines, as the partnership judged it. */
export type Compliance = 'full' | 'partial' | 'none'

/** What the accessibility statement says beside the facts of the product. */
export interface Accessibility {
  readonly compliance: Compliance | ''
  /** What does not work for somebody, one problem each, with the way round it. */
  readonly issues: readonly string[]
  readonly tested: string
  readonly preparedOn: IsoDate | ''
  readonly reviewedOn: IsoDate | ''
  /** Working days within which a problem that someone reports is answered. */
  readonly responseDays: number | null
}

/** What the privacy page says beside the facts of the product. */
export interface Privacy {
  readonly controller: string
  /** How to reach the data protection officer. */
  readonly officer: string
  /** In the register of fee payers of the Information Commissioner. */
  readonly registration: string
  readonly bases: readonly LawfulBasis[]
  /** What else is kept and for how long, a line each. */
  readonly retention: readonly string[]
}

/** What is kept from view in published numbers. */
export interface Publication {
  /** Numbers of people above 0 and below this are hidden. */
  readonly hideBelow: number
}

/** The smallest and the largest limit that can be set: below 3 a hidden number could only be one. */
export const hideBelowBounds = { least: 3, most: 50, usual: 5 } as const

/** What the pages call the partnership, and how they look. */
export interface Identity {
  readonly title: string
  readonly name: string
  readonly website: string
  readonly brandColour: string
}

/** Everything that a partnership sets for itself, in the sections in which it is changed. */
export interface Settings {
  readonly identity: Identity
  readonly contact: Contact
  readonly accessibility: Accessibility
  readonly privacy: Privacy
  readonly publication: Publication
}

/** A part of the settings that is changed on a page of its own. */
export type SettingsSection = keyof Settings

/** The sections in the order in which they are listed, by their names. */
export const sectionNames: { readonly [section in SettingsSection]: string } = {
  identity: 'Name and look',
  contact: 'How to contact you',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy notice',
  publication: 'Small numbers',
}

/** Whether a text names a section. */
export const isSection = (text: string): text is SettingsSection => Object.hasOwn(sectionNames, text)

/** What stands before anything has been filled in; the identity comes from the partnership itself. */
export const empty: Omit<Settings, 'identity'> = {
  contact: { email: '', phone: '', address: '', hours: '' },
  accessibility: { compliance: '', issues: [], tested: '', preparedOn: '', reviewedOn: '', responseDays: null },
  privacy: { controller: '', officer: '', registration: '', bases: [], retention: [] },
  publication: { hideBelow: hideBelowBounds.usual },
}
