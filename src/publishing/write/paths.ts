import { homePath } from '../paths.ts'
import type { SectionSlug } from '../section.ts'

/** The desk: every section of a statement as those who write it see it. */
export const deskPath = (slug: string): string => `${homePath(slug)}/write`

/** The form in which one section is written. */
export const editorPath = (slug: string, section: SectionSlug): string => `${deskPath(slug)}/${section}`

/** A section as the public would read it, before it is published. */
export const previewPath = (slug: string, section: SectionSlug): string => `${editorPath(slug, section)}/preview`

/** The statement's first page as the public would read it, before it is published. */
export const homePreviewPath = (slug: string): string => `${deskPath(slug)}/preview`

/** The versions of a section; two of them compared, when they are named. */
export const historyPath = (slug: string, section: SectionSlug, compared?: { from: number; to: number }): string =>
  `${editorPath(slug, section)}/history${compared ? `?from=${compared.from}&to=${compared.to}` : ''}`

/** Where a new edition is made. */
export const publishPath = (slug: string): string => `${deskPath(slug)}/publish`

/** Where the form of a section listens for what others save. */
export const eventsPath = (slug: string, section: SectionSlug): string => `${editorPath(slug, section)}/events`

/** What others have saved since a version, as a part of the form's page. */
export const othersPath = (slug: string, section: SectionSlug, since: number): string =>
  `${editorPath(slug, section)}/others?since=${since}`
