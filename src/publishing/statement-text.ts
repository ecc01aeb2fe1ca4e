import type { PublishingTables } from './schema.ts'

/** A piece of a statement's words. */
export interface StatementText {
  kind: PublishingTables['statement_text']['kind']
  heading: string | null
  text: string
  sourceKey: string | null
  locus: string | null
}
