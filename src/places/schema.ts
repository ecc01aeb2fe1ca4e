import { tables } from '../core/db/index.ts'
import type { Id } from '../core/values/index.ts'
import type { Nation } from './area.ts'
import type { Shape } from './ring.ts'

/** The tables of `places`; all but `partnership_area` are shared by all partnerships. */
export interface PlacesTables {
  area: {
    /** The official code, or one made up here (with slashes) where none is published. */
    code: string
    name: string
    kind: string
    nation: Nation
    /** Comes with the product: an import does not rename it. */
    reference: boolean
  }
  /** Every name an area goes by, its own included, and the codes it had before. */
  area_name: {
    code: string
    folded: string
    name: string
    previous_code: boolean
  }
  /** Where an area stands in a hierarchy; in each it has one parent. */
  area_parent: {
    hierarchy: string
    code: string
    parent: string
    note: string | null
  }
  /** Where the edge of an area runs. */
  area_boundary: {
    code: string
    /** For drawing: about 125 points. */
    outline: Shape
    /** For finding where points lie: up to about 2,500 points. */
    ground: Shape
    edition: string | null
    source_key: string | null
    attribution: string | null
  }
  /** The areas that a partnership works with. */
  partnership_area: {
    partnership_id: Id
    code: string
  }
}

/** The view of the database for `places`. */
export const places = tables<PlacesTables>()
