import type { SettingsSection } from './settings.ts'

/** The pages about a partnership's site; without a partnership, about the pages that belong to none. */
export const aboutPath = (page: 'accessibility' | 'privacy' | 'cookies', slug?: string): string =>
  `/${slug ?? 'sign-in'}/${page}`

/** Where administrators see all settings, or change one section of them. */
export const settingsPath = (section?: SettingsSection): string =>
  section ? `/admin/settings/${section}` : '/admin/settings'
