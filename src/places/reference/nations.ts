import type { Nation } from '../area.ts'
import type { ReferenceArea } from './reference-area.ts'

const nation = (code: string, name: string, key: Nation): ReferenceArea => ({
  code,
  name,
  kind: 'country',
  nation: key,
  otherNames: [],
  previousCodes: [],
  parents: [],
})

/** The four nations of the United Kingdom under their GSS codes. */
export const nations: readonly ReferenceArea[] = [
  nation('S92000003', 'Scotland', 'scotland'),
  nation('E92000001', 'England', 'england'),
  nation('W92000004', 'Wales', 'wales'),
  nation('N92000002', 'Northern Ireland', 'northern-ireland'),
]
