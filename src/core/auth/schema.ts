import { tables } from '../db/db.ts'
import type { Id } from '../values/index.ts'

/** The tables of `core/auth`; accounts and memberships join them when people can sign in. */
export interface AuthTables {
  partnership: {
    id: Id
    /** In addresses: `west-lothian`. */
    slug: string
    /** As people say it: "West Lothian". */
    title: string
    /** In full: "West Lothian Health and Social Care Partnership". */
    name: string
    kind: 'health-and-social-care-partnership' | 'council'
    nation: 'scotland' | 'england'
    /** The official code of the area it serves. */
    area_code: string
    /** The start of every reference that people quote: `WL` in `WL-PKG-00042`. */
    prefix: string
    brand_colour: string
    website: string | null
    /** Made from published documents to show the product; its pages say so. */
    demonstration: boolean
  }
}

/** The view of the database for `core/auth`. */
export const auth = tables<AuthTables>()
