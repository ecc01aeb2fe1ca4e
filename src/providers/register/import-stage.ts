import { createHash } from 'node:crypto'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../core/db/index.ts'
import { type ReadOptions, readFileRows, repeats, type SourceFile } from '../../core/import/index.ts'
import { type Id, type IsoDate, londonDate } from '../../core/values/index.ts'
import { allBoundaries, areaResolver, placeAt } from '../../places/index.ts'
import { regulatorTerms } from '../queries/regulator-terms.ts'
import { termsOf } from '../terms-of.ts'
import { type StagedRow, stageRegister } from './commands/stage-register.ts'
import { registerLayout } from './register-layout.ts'
import type { RegisterContext } from './register-row.ts'
import { newSurvey, type RegisterSurvey } from './register-survey.ts'
import type { Regulator } from './regulator.ts'

/** Whose register a file is, of which day, and how it is to be read. */
interface StagedRegister extends ReadOptions {
  readonly regulator: Regulator
  readonly asOf: IsoDate
  readonly at: Date
}

/** Rows that go to the database at once. */
const chunk = 1000

/** What the rows of a register are read by on its day. */
export async function registerContext(db: Db, { regulator, asOf, at }: StagedRegister): Promise<RegisterContext> {
  const boundaries = regulator === 'cqc' ? await allBoundaries(db) : []
  return {
    areaOf: await areaResolver(db),
    placeAt: (longitude, latitude) => placeAt(boundaries, longitude, latitude),
    terms: termsOf(await regulatorTerms(db, { regulator, on: asOf })),
    today: londonDate(at),
  }
}

/** SHA-256 of a file, read piece by piece. */
export async function digestOf(file: SourceFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of file.chunks()) hash.update(bytes)
  return hash.digest('hex')
}

/** Lays every row beside the register, a thousand at a time, so that memory stays flat. */
export async function stageAll(
  database: Database,
  importId: Id,
  file: SourceFile,
  context: RegisterContext,
  { regulator, asOf, at, ...options }: StagedRegister,
): Promise<RegisterSurvey> {
  const survey = newSurvey(asOf)
  let rows: StagedRow[] = []
  const stage = async () => {
    const waiting = rows
    rows = []
    if (waiting.length === 0) return
    const again = await asActor(database, systemActor(), (db) => stageRegister(db, importId, at, waiting))
    for (const { line, first } of again) survey.turnAway(line, repeats(first))
  }
  for await (const reading of readFileRows(file, registerLayout(regulator), context, options)) {
    const row = survey.take(reading)
    if (row) rows.push({ line: reading.line, detail: row.detail })
    if (rows.length >= chunk) await stage()
  }
  await stage()
  return survey
}
