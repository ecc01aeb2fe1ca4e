import { type Db, tables } from '../../src/core/db/index.ts'

/** The codes of the 32 Scottish councils, which every database has. */
export async function councilCodes(db: Db): Promise<string[]> {
  const rows = await tables<{ area: { code: string } }>()(db)
    .selectFrom('area as a')
    .select('a.code')
    .where('a.code', 'like', 'S12%')
    .orderBy('a.code')
    .execute()
  return rows.map((row) => row.code)
}

/** People by single year of age to 90 and over, for each area, year and sex, in the layout of National Records of Scotland; the numbers are made up. */
export function populationFile(codes: readonly string[], from: number, years: number): string {
  const ages = Array.from({ length: 91 }, (_, age) => (age < 90 ? `Age${age}` : 'Age90plus'))
  const lines = [`Year,CA,CAQF,Sex,SexQF,AllAges,${ages.join(',')}`]
  for (const [at, code] of codes.entries()) {
    for (let year = from; year < from + years; year += 1) {
      const women = ages.map((_, age) => 200 + ((at * 31 + year * 7 + age * 13) % 900))
      const men = ages.map((_, age) => 190 + ((at * 17 + year * 11 + age * 5) % 900))
      const all = women.map((count, age) => count + (men[age] ?? 0))
      for (const [sex, counts] of Object.entries({ All: all, Female: women, Male: men })) {
        const total = counts.reduce((sum, count) => sum + count, 0)
        lines.push(`${year},${code},,${sex},,${total},${counts.join(',')}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

/** Cited figures of West Lothian whose numbers are made up. */
export function indicatorFile(edition: number, rows: number): string {
  const lines = ['key,label,finding,section,theme,area,period,value,unit,basis,source,status']
  for (let row = 0; row < rows; row += 1) {
    const period = 2000 + (row % 25)
    const key = `made-up-${edition}-${Math.floor(row / 25)}`
    lines.push(
      `${key},Something counted,Something was counted in ${period},supply,Made up,S12000040,${period},${row},people,actual,wls-2011,printed`,
    )
  }
  return `${lines.join('\n')}\n`
}
