import { tables } from '../../core/db/index.ts'
import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ProviderSize, Regulator, Sector } from './regulator.ts'

/** What a register says of one service; kept once, however many files repeat it. */
export interface RegisterDetail {
  /** The regulator's own number of the service. */
  number: string
  name: string
  status: 'active' | 'inactive'
  client_group: 'adults' | 'children'
  /** The regulator's words for what it is: "Care Home Service", "Older People". */
  care_service: string
  subtype: string | null
  /** Key of the service type that those words mean; null when none does. */
  service_type: string | null
  /** Keys of care groups. */
  care_groups: string[]
  /** The regulator's word for the owner, and what it means. */
  sector_word: string
  sector: Sector
  in_house: boolean
  /** Code of its council where that is an area known here, else the file's own words; '' when the file says none. */
  council: string
  /** Code of the smallest known area that it stands in: a ward, a district, or the council itself; null when none is known. */
  place: string | null
  town: string | null
  postcode: string | null
  provider_number: string | null
  provider_name: string | null
  /** Registered places; null where places are not registered (0 in a file of care at home means the same). */
  places: number | null
  beds: number | null
  /** Whole-time equivalents. */
  staff: number | null
  /** Key of the rating scale of the grades, and ranks in it; null when not graded. */
  rating_scale: string | null
  lowest_grade: number | null
  highest_grade: number | null
  /** Rank by key of question. */
  grades: Record<string, number>
  graded_on: IsoDate | null
  inspected_on: IsoDate | null
  registered_on: IsoDate | null
  /** Tenth of deprivation of its data zone, 1 the most deprived; null when not given. */
  decile: number | null
}

/** The tables of registers; all are shared by all partnerships. */
export interface RegisterTables {
  /** Every file that was taken, newest last. */
  register_file: {
    id: Id
    regulator: Regulator
    as_of: IsoDate
    name: string
    /** SHA-256 of its bytes. */
    digest: string
    source_key: string
    imported_at: Date
    rows: number
    demonstration: boolean
  }
  /** On which days the register of a council is known: a file pictures the councils it names, whole. */
  register_coverage: {
    regulator: Regulator
    as_of: IsoDate
    council: string
    file_id: Id
    services: number
    source_key: string
    demonstration: boolean
  }
  register_detail: RegisterDetail & {
    id: Id
    regulator: Regulator
    /** SHA-256 of all that it says, so that what is repeated is found. */
    digest: string
  }
  /** One service in the register of one day. */
  register_entry: {
    regulator: Regulator
    as_of: IsoDate
    council: string
    number: string
    detail_id: Id
  }
  /** The adult active services of a council on a day, counted; pages and trends read this and not the services. */
  register_tally: {
    regulator: Regulator
    as_of: IsoDate
    council: string
    /** '' when not known. */
    place: string
    care_service: string
    /** Key, '' when the words mean no service type. */
    service_type: string
    sector_word: string
    sector: Sector
    in_house: boolean
    provider_size: ProviderSize
    /** Rank, 0 when not graded. */
    lowest_grade: number
    services: number
    places: number
    beds: number
  }
  /** A service that goes on under another number, as after a sale. */
  register_succession: {
    regulator: Regulator
    number: string
    earlier_number: string
    on_date: IsoDate
    note: string | null
    told_at: Date
  }
  /** Rows of a file on their way in; emptied when it was taken or refused. */
  register_incoming: {
    import_id: Id
    number: string
    line: number
    council: string
    digest: string
    detail: unknown
    arrived_at: Date
  }
}

/** The view of the database for registers. */
export const registers = tables<RegisterTables>()
