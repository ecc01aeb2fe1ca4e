import { tables } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { FigureBasis, FigureStatus, FigureUnit } from '../../evidence/index.ts'
import type { PlacesTables } from '../../places/index.ts'
import type { ProvidersTables } from '../../providers/index.ts'
import type { OpportunityPart } from './opportunity-part.ts'
import type { VolumeRole } from './volume-role.ts'

/** The tables of needs and gaps; a partnership's own, and anyone reads them. */
export interface GapTables {
  /** How much of a service is needed, there is, is used, is wanted or is said to be short. */
  volume: {
    partnership_id: Id
    id: Id
    key: string
    service_key: string
    area_code: string
    care_group_key: string | null
    role: VolumeRole
    label: string
    finding: string
    period: string | null
    /** The day that puts it in order with others: the last of its period, unless the file says another. */
    on_date: IsoDate | null
    value: number | null
    unit: FigureUnit | null
    basis: FigureBasis | null
    method: string | null
    source_key: string
    locus: string | null
    status: FigureStatus
    note: string | null
  }
  /** What a document says of the market for a service: now, wanted, bought when, whom to ask, by what rule. */
  opportunity: {
    partnership_id: Id
    id: Id
    service_key: string
    part: OpportunityPart
    position: number
    text: string
    period: string | null
    source_key: string
    locus: string | null
    note: string | null
  }
}

/** The view of the database for needs and gaps. */
export const gaps = tables<
  GapTables & Pick<PlacesTables, 'area'> & Pick<ProvidersTables, 'care_group' | 'service_type'>
>()
