import type { Generated } from 'kysely'
import type { HistoryRow } from '../../core/history/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Origin } from '../care-package.ts'
import type { Preference, Spell, SpellKind, SpellPiece, UnmetBand } from '../spell.ts'

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
  /** Who waited in a month, each person once; small numbers are in it. */
  unmet_count: {
    partnership_id: Id
    id: Id
    /** The first day of the month. */
    month: IsoDate
    service_type_key: string
    area_code: string
    reason: SpellPiece['reason']
    band: UnmetBand
    carers: 1 | 2
    people: number
    /** Carers' minutes a week. */
    minutes: number
  }
  /** Who waited on a Monday; of the whole partnership. */
  unmet_week: {
    partnership_id: Id
    id: Id
    week_on: IsoDate
    service_type_key: string
    origin: Origin
    /** Whether they have some of their care meanwhile. */
    met: 'none' | 'part'
    people: number
    minutes: number
  }
  /** The same as anyone may be told of it: every area, all together and by reason and by part of the day. */
  unmet_told: {
    partnership_id: Id
    id: Id
    /** In which order they are told, from 0. */
    place: number
    month: IsoDate
    service_type_key: string
    area_code: string
    reason: SpellPiece['reason'] | null
    band: UnmetBand | null
    carers: 1 | 2 | null
    /** null where they are hidden. */
    people: number | null
    minutes: number | null
  }
  unmet_week_told: {
    partnership_id: Id
    id: Id
    place: number
    week_on: IsoDate
    service_type_key: string
    /** null: either. */
    origin: Origin | null
    met: 'none' | 'part' | null
    people: number | null
    minutes: number | null
  }
  /** Spells that changed since they were counted, with the first day to count anew. */
  unmet_change: { partnership_id: Id; id: Id; from_on: IsoDate }
  unmet_counted: {
    partnership_id: Id
    counted_at: Date | null
    counted_on: IsoDate | null
    /** The day up to which spells were told what days by themselves change. */
    told_on: IsoDate | null
    /** By which areas and limit counts were told; a digest. */
    told_by: Generated<string | null>
  }
}
