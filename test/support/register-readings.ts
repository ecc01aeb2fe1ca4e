import { fileInMemory, readFileRows } from '../../src/core/import/index.ts'
import type { Area } from '../../src/places/index.ts'
import { regulatorTerms } from '../../src/providers/reference/regulator-terms.ts'
import { registerLayout } from '../../src/providers/register/register-layout.ts'
import type { RegisterContext } from '../../src/providers/register/register-row.ts'
import type { Regulator } from '../../src/providers/register/regulator.ts'
import { termsOf } from '../../src/providers/terms-of.ts'

const area = (code: string, name: string, kind: string, nation: Area['nation']): Area => ({ code, name, kind, nation })
const areas = [
  area('S12000040', 'West Lothian', 'council', 'scotland'),
  area('S13002936', 'Bathgate', 'ward', 'scotland'),
  area('E10000017', 'Lancashire', 'council', 'england'),
  area('E07000117', 'Burnley', 'district', 'england'),
]

const contextOf = (regulator: Regulator): RegisterContext => ({
  areaOf: (text) => areas.find(({ code, name }) => code === text || name === text),
  placeAt: (longitude) => (longitude < -2 ? 'E07000117' : undefined),
  terms: termsOf(regulatorTerms.filter((term) => term.regulator === regulator)),
  today: '2026-11-22',
})

/** Rows as CSV, every cell in quotation marks. */
export const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

/** What the reader of a register makes of a file. */
export async function readings(regulator: Regulator, content: string | Uint8Array) {
  const file = fileInMemory('register.csv', content)
  return Array.fromAsync(readFileRows(file, registerLayout(regulator), contextOf(regulator)))
}
