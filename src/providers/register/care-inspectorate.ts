import type { Column, Row } from '../../core/import/index.ts'
import { type RegisterCells, registerCells, shortened } from './register-cells.ts'
import { type RegisterContext, type RegisterReading, whereabouts } from './register-row.ts'
import type { Sector } from './regulator.ts'
import { scottishGradeColumns, scottishGrades } from './scottish-grades.ts'

/**
 * The columns of the Care Inspectorate's datastore, in every edition since 2016.
 * Phone numbers, e-mail addresses and the names of managers are in it too and are never looked at.
 */
export const careInspectorateColumns: readonly Column[] = [
  { key: 'number', names: ['CSNumber', 'CS Number', 'CaseNumber', 'Case Number'] },
  { key: 'careService', names: ['CareService', 'Care Service'] },
  { key: 'subtype', names: ['Subtype', 'Sub type'] },
  { key: 'moreSubtypes', names: ['AdditionalSubtypes', 'Additional Subtypes'], optional: true },
  { key: 'sector', names: ['ServiceType', 'Service Type'] },
  { key: 'name', names: ['ServiceName', 'Service Name'] },
  { key: 'status', names: ['ServiceStatus', 'Service Status'] },
  { key: 'council', names: ['Council_Area_Name', 'Council Area', 'Local Authority Name', /^council.*area/i] },
  { key: 'places', names: ['Registered_Places', 'RegisteredPlaces', /^registered.?places/i] },
  { key: 'client', names: ['Client_group', 'ClientGroup', /^client.?group/i], optional: true },
  { key: 'town', names: ['Service_town', 'ServiceTown', 'Town'], optional: true },
  { key: 'postcode', names: ['Service_Postcode', 'ServicePostcode', /^(service.?)?post.?code$/i], optional: true },
  { key: 'providerNumber', names: ['SP_number', 'SPNumber'], optional: true },
  { key: 'provider', names: ['ServiceProvider', 'Service Provider'], optional: true },
  { key: 'council-run', names: [/^provided.?by.?local.?authority/i], optional: true },
  // Two columns of this name have changed places over the years: one holds days, one months.
  { key: 'registered', names: ['DateReg'], optional: true },
  { key: 'registeredToo', names: ['Date_Reg', 'DateRegistered', 'Date registered'], optional: true },
  { key: 'decile', names: [/^simd.*decile$/i], optional: true },
  { key: 'dataZone', names: [/^data.?zone/i], optional: true },
  { key: 'ward', names: [/^(electoral.?)?ward(.?(name|code))?$/i], optional: true },
  { key: 'locality', names: [/^locality(.?(name|code))?$/i], optional: true },
  { key: 'beds', names: ['TotalBeds', 'Total Beds'], optional: true },
  { key: 'staff', names: ['NumberStaff', /^number.?(of.?)?staff/i], optional: true },
  { key: 'mainArea', names: [/^care.?home.?main.?area/i], optional: true },
  { key: 'areas', names: [/^care.?home.?all.?areas/i], optional: true },
  { key: 'gradedOn', names: [/^publication.?of.?latest.?grad/i, /^date.?of.?latest.?grad/i], optional: true },
  { key: 'inspectedOn', names: [/^last.?inspection.?date/i], optional: true },
  ...scottishGradeColumns,
]

const children = /child|school|foster|adoption/i

/** Reads a row of the Care Inspectorate's datastore. */
export function readCareInspectorate(row: Row, context: RegisterContext): RegisterReading {
  const cells = registerCells(row, context.today)
  const said = cells.text('number')
  const number = said.toUpperCase()
  if (!/^CS ?\d{4,}$/.test(number)) {
    const reason = number === '' ? 'The service has no number.' : `“${shortened(said)}” is not the number of a service.`
    return { problems: [{ column: row.nameOf('number'), reason }] }
  }
  const careService = cells.text('careService')
  const subtype = cells.text('subtype')
  const { unknown, nation, ...where } = whereabouts(cells, context, {
    council: 'council',
    smaller: ['dataZone', 'ward', 'locality'],
    columnName: row.nameOf('council'),
    allKnown: true,
  })
  // A childminder's service and provider are called by the person's own name, at the person's home.
  const minder = /child.?minding/i.test(careService)
  const kept = (key: string) => (minder ? null : cells.text(key) || null)
  const { sector, inHouse } = ownership(cells)(context.terms.sector(cells.text('sector')))
  const detail = {
    number: number.replace(' ', ''),
    name: minder ? 'Childminder' : named(cells, 'name', number),
    status:
      cells.choice('status', { active: /^active/i, inactive: /^(inactive|cancel|closed|de-?reg)/i }, aStatus) ??
      'inactive',
    client_group:
      cells.choice('client', { adults: /^adult/i, children: /^child/i }, 'a client group') ??
      (children.test(`${careService} ${subtype}`) ? 'children' : 'adults'),
    care_service: named(cells, 'careService', 'Not stated'),
    subtype: subtype || null,
    service_type: serviceType(cells, context, careService, subtype),
    care_groups: context.terms.careGroups([subtype, ...areasOfCare(cells)]),
    sector_word: cells.text('sector') || 'Not stated',
    sector,
    in_house: inHouse,
    ...where,
    town: kept('town'),
    postcode: kept('postcode')?.toUpperCase() ?? null,
    provider_number: kept('providerNumber'),
    provider_name: kept('provider'),
    ...capacity(cells),
    staff: cells.decimal('staff'),
    ...scottishGrades(cells, cells.date('gradedOn')),
    inspected_on: cells.date('inspectedOn'),
    registered_on: cells.date('registered', 'registeredToo'),
    decile: decile(cells),
  } as const
  return { value: { detail, flags: cells.flags, latest: cells.latest(), unknown, nation } }
}

const aStatus = 'a status that is known here, so the service counts as not active'

function named(cells: RegisterCells, key: string, otherwise: string): string {
  const name = cells.text(key)
  if (name === '') cells.note(key, `This is blank; it is kept as “${otherwise}”.`, true)
  return name || otherwise
}

function serviceType(cells: RegisterCells, { terms }: RegisterContext, careService: string, subtype: string) {
  const found = terms.serviceType([careService], [subtype])
  if (found === undefined && careService !== '') {
    const words = [careService, subtype].filter((word) => word !== '').join(', ')
    cells.note('careService', `“${shortened(words)}” is not a kind of service that is known here.`, true)
  }
  return found ?? null
}

const areasOfCare = (cells: RegisterCells): string[] =>
  [cells.text('mainArea'), ...cells.text('areas').split(','), ...cells.text('moreSubtypes').split(';')].map((area) =>
    area.trim(),
  )

/** Who owns a service, given what its word means. */
const ownership =
  (cells: RegisterCells) =>
  (said: Sector | null | undefined): { sector: Sector; inHouse: boolean } => {
    const word = cells.text('sector')
    const councilRun = cells.choice('council-run', { yes: /^y(es)?$/i, no: /^no?$/i }, 'yes or no') === 'yes'
    if (said === undefined && word !== '') {
      cells.note('sector', `“${shortened(word)}” is not a sector that is known here.`, true)
    }
    const sector = said ?? (councilRun ? 'local-authority' : 'other')
    return { sector, inHouse: councilRun || sector === 'local-authority' }
  }

/** Registered places and beds; files write 0 places where none are registered. */
function capacity(cells: RegisterCells): { places: number | null; beds: number | null } {
  const places = cells.count('places') || null
  const beds = cells.count('beds')
  if (beds !== null && places !== null && beds > places) {
    cells.note('beds', `There are ${beds} beds and ${places} registered places.`)
  }
  return { places, beds }
}

function decile(cells: RegisterCells): number | null {
  const value = cells.count('decile')
  if (value === null || (value >= 1 && value <= 10)) return value
  cells.note('decile', `“${value}” is not a tenth from 1 to 10.`, true)
  return null
}
