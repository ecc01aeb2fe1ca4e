import type { StateProps } from '../../core/ui/parts/index.ts'
import type { PlacementState } from '../placement.ts'

/** How a placement stands, as its provider reads it. */
export const placementStates: { readonly [state in PlacementState]: StateProps } = {
  agreed: { kind: 'planned', word: 'To start' },
  started: { kind: 'current', word: 'Started' },
  suspended: { kind: 'attention', word: 'At rest' },
  notice: { kind: 'attention', word: 'Under notice' },
  ended: { kind: 'stopped', word: 'Over' },
  cancelled: { kind: 'stopped', word: 'Never begun' },
}
