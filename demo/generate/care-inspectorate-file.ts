import { csvOf } from './csv.ts'
import { asPrinted } from './dates.ts'
import type { History } from './history.ts'
import type { Service } from './services.ts'

const columns = [
  ...['CSNumber', 'CareService', 'Subtype', 'ServiceType', 'ServiceName', 'Service_town', 'Service_Postcode'],
  ...['SP_number', 'ServiceProvider', 'Provided_by_Local_Authority', 'ServiceStatus', 'DateReg', 'SIMD2020_Decile'],
  ...['Datazone', 'TotalBeds', 'CareHome_Main_Area_of_Care', 'Council_Area_Name', 'NumberStaff', 'Registered_Places'],
  ...['Client_group', 'KQ_Support_Wellbeing', 'KQ_Care_and_Support_Planning', 'KQ_Staff_Team', 'KQ_Leadership'],
  ...['KQ_Setting', 'MinGrade', 'MaxGrade', 'Publication_of_Latest_Grading', 'Last_inspection_Date'],
]

const sectors = { private: 'Private', voluntary: 'Voluntary or Not for Profit', council: 'Local Authority' } as const

/** The invented registers of Scottish councils on one day, in the columns of the Care Inspectorate's datastore. */
export const careInspectorateFile = (histories: readonly History[], day: string): string =>
  csvOf(
    columns,
    histories.flatMap(({ council, pictures }) =>
      (pictures.find((one) => one.day === day)?.services ?? []).map((service) => rowOf(service, council.name)),
    ),
  )

function rowOf(service: Service, council: string) {
  const { kind, provider, grades } = service
  const isHome = kind.words[0] === 'Care Home Service'
  return [
    ...[service.number, ...kind.words, sectors[provider.sector], service.name, service.ground.town, service.postcode],
    ...[provider.number, provider.name, provider.sector === 'council' ? 'Yes' : 'No', 'Active'],
    ...[asPrinted(service.registeredOn), service.decile, service.ground.code, isHome ? service.places : null],
    ...[kind.bands[0] ?? null, council, service.staff, service.places, kind.children ? 'Children' : 'Adults'],
    ...Array.from({ length: 5 }, (_, at) => grades[at] ?? null),
    ...(grades.length > 0 ? [Math.min(...grades), Math.max(...grades)] : [null, null]),
    ...[asPrinted(service.gradedOn), asPrinted(service.gradedOn)],
  ]
}
