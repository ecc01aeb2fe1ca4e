import {
  type Column,
  type ColumnMapping,
  headerOf,
  matchColumns,
  type RowLayout,
  type SourceFile,
} from '../../core/import/index.ts'
import { careInspectorateColumns, readCareInspectorate } from './care-inspectorate.ts'
import { cqcColumns, cqcReader } from './cqc.ts'
import type { RegisterContext, RegisterReading, RegisterRow } from './register-row.ts'
import type { Regulator } from './regulator.ts'

type RegisterLayout = RowLayout<RegisterRow | null, RegisterContext>

/** How the register of one regulator is read. */
export function registerLayout(regulator: Regulator): RegisterLayout {
  if (regulator === 'care-inspectorate') {
    return { columns: () => careInspectorateColumns, titlesAbove: true, read: readCareInspectorate }
  }
  let read: (row: Parameters<RegisterLayout['read']>[0], known: RegisterContext) => RegisterReading = cqcReader([])
  return {
    columns: (header) => {
      read = cqcReader(header)
      return cqcColumns(header)
    },
    titlesAbove: true,
    read: (row, known) => read(row, known),
  }
}

/** The columns of a regulator's file that a person may have to point out; those that are ticked are found by themselves. */
export const registerColumns = (regulator: Regulator): readonly Column[] =>
  regulator === 'care-inspectorate' ? careInspectorateColumns : cqcColumns([])

/** The regulator whose register a file is by its columns; undefined when it is neither's. */
export async function registerIn(
  file: SourceFile,
  mapping: ColumnMapping,
  wanted: Regulator,
): Promise<Regulator | undefined> {
  const others = (['care-inspectorate', 'cqc'] as const).filter((regulator) => regulator !== wanted)
  for (const regulator of [wanted, ...others]) {
    const layout = registerLayout(regulator)
    const told = regulator === wanted ? mapping : {}
    const header = await headerOf(file, layout, told)
    if (matchColumns(header, layout.columns(header), told).missing.length === 0) return regulator
  }
  return undefined
}
