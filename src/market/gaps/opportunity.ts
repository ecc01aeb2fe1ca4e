import type { Citation } from '../../evidence/index.ts'
import type { OpportunityPart } from './opportunity-part.ts'
import type { Named } from './volume.ts'

/** What a document tells the market about a service, in one sentence. */
export interface Opportunity {
  readonly id: string
  readonly service: Named
  readonly part: OpportunityPart
  readonly position: number
  readonly text: string
  readonly period: string | null
  readonly source: Citation
  readonly note: string | null
}
