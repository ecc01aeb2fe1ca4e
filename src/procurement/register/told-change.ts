import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ChangeKind } from '../change-kind.ts'

/** One change of a contract, as its history tells it. */
export interface ToldChange {
  readonly id: Id
  readonly kind: ChangeKind
  readonly state: 'proposed' | 'applied' | 'declined'
  readonly version: number | null
  readonly effectiveOn: IsoDate
  readonly reason: string
  readonly asked: unknown
  readonly documentId: Id | null
  readonly proposedBy: Id | null
  readonly proposedAt: Date
  readonly decidedBy: Id | null
  readonly decidedAt: Date | null
  readonly decisionWords: string | null
}

/** As many changes as a contract's page tells, the newest. */
export const mostChanges = 200
