import type { Id } from '../values/index.ts'

/** What can be imported, and what has been. */
export const importsPath = (slug: string): string => `/${slug}/imports`

/** Where a file of one kind is uploaded. */
export const newImportPath = (slug: string, kind: string): string => `${importsPath(slug)}/new/${kind}`

/** An empty file of one kind with a made-up row. */
export const templatePath = (slug: string, kind: string): string => `${newImportPath(slug, kind)}/template.csv`

/** Where the columns remembered for a kind are forgotten. */
export const forgetPath = (slug: string, kind: string): string => `${newImportPath(slug, kind)}/forget`

/** One file on its way in. */
export const runPath = (slug: string, id: Id): string => `${importsPath(slug)}/${id}`

/** Its rows that were flagged or not taken, as CSV. */
export const rowsPath = (slug: string, id: Id): string => `${runPath(slug, id)}/rows.csv`

/** Where its page listens for how far it has come. */
export const runEventsPath = (slug: string, id: Id): string => `${runPath(slug, id)}/events`
