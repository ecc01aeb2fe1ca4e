import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { seeded } from './seeded.ts'

const councils = ['West Lothian', 'East Lothian', 'Inverclyde', 'Fife', 'Moray', 'Stirling', 'Angus', 'Falkirk']
const kinds = [
  ['Care Home Service', 'Older People', 'Older people - dementia'],
  ['Care Home Service', 'Learning Disabilities', 'Learning difficulties'],
  ['Support Service', 'Care at Home', ''],
  ['Support Service', 'Other than Care at home', ''],
  ['Housing Support Service', '', ''],
] as const
const sectors = ['Private', 'Voluntary or Not for Profit', 'Local Authority']

/** Columns of inspections by year, which every edition has some fifty of and which nobody reads. */
const others = Array.from({ length: 60 }, (_, at) => `made_up_column_${2000 + at}`)
const header = [
  'CSNumber,CareService,Subtype,ServiceType,ServiceName,Service_town,Service_Postcode,SP_number,ServiceProvider',
  'Provided_by_Local_Authority,ServiceStatus,DateReg,SIMD2020_Decile,Datazone,Council_Area_Name,TotalBeds',
  'Registered_Places,NumberStaff,Client_group,CareHome_Main_Area_of_Care,MinGrade,MaxGrade',
  `Publication_of_Latest_Grading,KQ_Support_Wellbeing,KQ_Leadership,Last_inspection_Date,${others.join(',')}`,
].join(',')

/** Writes an invented register of so many services in the columns of the Care Inspectorate; a later edition differs in a few of a hundred. */
export async function writeRegister(path: string, services: number, edition = 0): Promise<void> {
  const out = createWriteStream(path)
  out.write(`${header}\n`)
  for (let at = 0; at < services; at += 1) {
    const random = seeded(at)
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const [service, subtype, area] = oneOf(kinds)
    const sector = oneOf(sectors)
    const places = Math.floor(random() * 60)
    const grade = 2 + Math.floor(random() * 4)
    // A few of a hundred are regraded from one edition to the next.
    const now = seeded(at * 1000 + edition)() < 0.03 ? grade + 1 : grade
    const provider = Math.floor(random() * services * 0.4)
    const council = councils[at % councils.length]
    const row = [
      ...[`CS${2_099_000_000 + at}`, service, subtype, sector, `Example House ${at}`, 'Exampleton', 'ZZ1 1ZZ'],
      ...[`SP${provider}`, `Example Care ${provider}`, sector === 'Local Authority' ? 'Yes' : 'No', 'Active'],
      ...[`01/04/${2002 + (at % 20)}`, '5.0', `S01${String(at % 6976).padStart(6, '0')}`, council, `${places}.0`],
      ...[`${places}.0`, '17.2', 'Adults', area, `${now}.0`, `${now + 1}.0`, '23/05/2023', `${now}.0`, `${now + 1}.0`],
      ...['04/05/2023', ...others.map(() => '')],
    ]
    if (!out.write(`${row.join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
