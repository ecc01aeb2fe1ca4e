import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'
import type { PlacesTables } from '../places/index.ts'
import type { Direction, FigureBasis, FigureStatus } from './figure.ts'
import type { FigureUnit } from './figure-unit.ts'
import type { Section } from './section.ts'
import type { Sex } from './sex.ts'

/** The tables of `evidence`. */
export interface EvidenceTables {
  /** Shared by all partnerships. */
  source: {
    key: string
    title: string
    publisher: string
    published: string | null
    edition: string | null
    licence: string
    licence_url: string | null
    url: string | null
    note: string | null
  }
  /** A partnership's cited figures; anyone reads them. */
  indicator: {
    partnership_id: Id
    id: Id
    key: string
    label: string
    finding: string
    section: Section
    theme: string
    area_code: string
    period: string | null
    ages: string | null
    sex: Sex
    value: number | null
    lower: number | null
    upper: number | null
    unit: FigureUnit | null
    basis: FigureBasis | null
    comparator_label: string | null
    comparator_value: number | null
    direction: Direction | null
    source_key: string
    locus: string | null
    status: FigureStatus
    note: string | null
  }
}

/** The view of the database for `evidence`. */
export const evidence = tables<EvidenceTables & Pick<PlacesTables, 'area'>>()
