import type { Generated } from 'kysely'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Origin, PackageState, SupportOption } from '../care-package.ts'
import type { Band } from '../visit-line.ts'

/** People who need care, and what they need. */
export interface PackageTables {
  /** Dated sets of levels of need, of a nation; reference data. */
  need_criteria: {
    key: string
    nation: 'scotland' | 'england'
    name: string
    valid: string
    levels: { key: string; name: string; eligible: boolean }[]
    source: string
  }
  person: {
    partnership_id: Id
    id: Id
    reference: string
    /** The number of the social work record. */
    own_reference: string | null
    created_at: Date
    erased_at: Date | null
  }
  /** Who somebody is; the row goes when they are erased. */
  person_detail: {
    partnership_id: Id
    person_id: Id
    name: string
    address: string
    postcode: string
    contacts: string
    risks: string
  }
  care_package: {
    partnership_id: Id
    id: Id
    reference: string
    request_id: Id
    person_id: Id
    version: number
    need: string
    service_type_key: string
    area_code: string
    district: string
    criteria_key: string
    level: string | null
    no_level_reason: string | null
    outcomes: string[]
    needs: string[]
    choices: string
    support_option: SupportOption
    origin: Origin
    assessed_on: IsoDate
    ready_at: Date
    start_by: IsoDate
    pen_picture: string
    short_term: boolean
    state: PackageState
    broker_id: Id | null
    requested_by: Id | null
    created_at: Date
    changed_at: Date
    ended_on: IsoDate | null
    end_reason: string | null
    /** The first day without it, as it is planned, and why. */
    ends_on: IsoDate | null
    ends_because: string | null
    /** Carers' minutes a week that nobody has taken on, as of the last change. */
    unplaced_minutes: Generated<number>
    /** When whoever recorded the unmet need looks at it again; null while nobody has, or nothing is unmet. */
    review_on: Generated<IsoDate | null>
  }
  /** The visits wanted, each line over the days on which it is wanted. */
  package_line: {
    partnership_id: Id
    id: Id
    package_id: Id
    band: Band
    /** One bit a weekday, Monday the lowest. */
    days: number
    minutes: number
    carers: 1 | 2
    held: string
  }
}
