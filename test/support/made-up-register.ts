import { sql } from 'kysely'
import { publicActor } from '../../src/core/auth/index.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import { registers } from '../../src/providers/register/schema.ts'

/** One service of an invented register. */
export interface InventedService {
  readonly number: number
  readonly council?: string
  readonly provider?: number
  readonly places?: number | string
  readonly grade?: number | string
  readonly more?: Readonly<Record<string, string>>
}

/** Its columns: some of those of the Care Inspectorate. */
export const columns = [
  ...['CSNumber', 'CareService', 'Subtype', 'ServiceType', 'ServiceName', 'SP_number', 'ServiceProvider'],
  ...['ServiceStatus', 'DateReg', 'Council_Area_Name', 'TotalBeds', 'Registered_Places', 'Client_group', 'MinGrade'],
]

/** One row of it. */
export const line = ({
  number,
  council = 'West Lothian',
  provider = number,
  places = 20,
  grade = 4,
  more = {},
}: InventedService) => {
  const cells: Record<string, string> = {
    CSNumber: `CS${20990000000 + number}`,
    CareService: 'Care Home Service',
    Subtype: 'Older People',
    ServiceType: 'Private',
    ServiceName: `Example House ${number}`,
    SP_number: `SP${provider}`,
    ServiceProvider: `Example Care ${provider}`,
    ServiceStatus: 'Active',
    DateReg: '01/04/2002',
    Council_Area_Name: council,
    TotalBeds: '',
    Registered_Places: String(places),
    Client_group: 'Adults',
    MinGrade: String(grade),
    ...more,
  }
  return columns.map((column) => cells[column]).join(',')
}

/** The whole of it as a file. */
export const csv = (services: readonly InventedService[]) =>
  `${[columns.join(','), ...services.map(line)].join('\n')}\n`
/** So many services that are alike. */
export const many = (count: number, more: Partial<InventedService> = {}, from = 0): InventedService[] =>
  Array.from({ length: count }, (_, index) => ({ number: from + index, ...more }))

/** All that a database keeps of registers, without identifiers. */
export async function keptRegister(database: Database) {
  return asActor(database, publicActor, async (db) => {
    const entries = await registers(db)
      .selectFrom('register_entry as e')
      .innerJoin('register_detail as d', 'd.id', 'e.detail_id')
      .select(['e.regulator', 'e.council', 'e.number', 'd.digest', sql<string>`e.as_of::text`.as('asOf')])
      .orderBy('e.as_of')
      .orderBy('e.number')
      .execute()
    const { rows: tally } = await sql`select t.*, t.as_of::text from register_tally t
      order by t.as_of, t.council, t.place, t.care_service, t.provider_size, t.lowest_grade`.execute(registers(db))
    const coverage = await registers(db)
      .selectFrom('register_coverage as c')
      .select(['c.regulator', 'c.council', 'c.services', 'c.demonstration', sql<string>`c.as_of::text`.as('asOf')])
      .orderBy('c.as_of')
      .orderBy('c.council')
      .execute()
    const details = await registers(db)
      .selectFrom('register_detail as d')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const incoming = await registers(db)
      .selectFrom('register_incoming as i')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return { entries, tally, coverage, details: Number(details.count), incoming: Number(incoming.count) }
  })
}

/** Empties the registers of a database. */
export const emptyRegister = (database: Database): Promise<unknown> =>
  sql`truncate register_file, register_coverage, register_detail, register_entry, register_tally,
    register_succession, register_incoming`.execute(ownerOf(database))
