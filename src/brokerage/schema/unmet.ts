import type { HistoryRow } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Origin } from '../care-package.ts'
import type { Preference, Spell, SpellKind, SpellPiece } from '../spell.ts'

/** What could not be placed, or not as wanted. */
export interface UnmetTables {
  unmet_spell: {
    partnership_id: Id
    id: Id
    person_id: Id
    package_id: Id
    need: string
    service_type_key: string
    area_code: string
    kind: SpellKind
    preference: Preference | null
    origin: Origin
    began_at: Date
    began_on: IsoDate
    ended_on: IsoDate | null
    end_reason: Spell['endReason']
  }
  /** In two times; the subject is the spell. */
  unmet_piece: HistoryRow & {
    wanted_minutes: number
    delivered_minutes: number
    interim: SpellPiece['interim']
    reason: SpellPiece['reason']
    harm: SpellPiece['harm']
    review_on: IsoDate | null
    unplaced: SpellPiece['unplaced'][number][]
  }
}
