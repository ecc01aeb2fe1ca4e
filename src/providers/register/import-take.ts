import { systemActor } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import type { Rejection } from '../../core/import/index.ts'
import { record } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { addMissingSource, type Source } from '../../evidence/index.ts'
import { leaveOutReal, removeInvented } from './commands/part-from-demonstration.ts'
import { takeRegister } from './commands/take-register.ts'
import { dayOfSameContent, differenceFrom, fileBefore, type RegisterDay } from './queries/register-before.ts'
import { closedDoubt, halfFileDoubt, unchangedDoubt } from './register-doubts.ts'

/** What became of the rows of a file. */
interface Taken {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly closed: number
  /** What is to be said of the file as a whole. */
  readonly notes: readonly Rejection[]
}

/** What became of a file of which nothing was taken. */
export const nothingTaken: Taken = { added: 0, changed: 0, unchanged: 0, closed: 0, notes: [] }

/** A file whose rows are on their way in. */
interface StagedFile {
  readonly importId: Id
  readonly name: string
  readonly digest: string
  readonly rows: number
  readonly source: Source
  readonly at: Date
}

/** The last step, in one transaction: compares, refuses what is doubtful, and takes the rows. */
export async function takeAll(
  db: Db,
  day: RegisterDay,
  { source, ...file }: StagedFile,
  refuse: (doubt: string | undefined) => void,
): Promise<Taken> {
  const { regulator, asOf, demonstration } = day
  const left = demonstration ? await leaveOutReal(db, regulator, file.importId) : { rows: 0, councils: [] }
  const replaced = !demonstration && (await removeInvented(db, regulator, file.importId))
  const difference = await differenceFrom(db, day, file.importId)
  const { added, changed, unchanged, closed } = difference
  const differing = added + changed + closed
  refuse(halfFileDoubt(file.rows, await fileBefore(db, day, file.importId)))
  refuse(closedDoubt(closed, difference.before, difference.since))
  const stands = differing === 0 && difference.sameDay
  if (!stands) refuse(unchangedDoubt(asOf, difference, await dayOfSameContent(db, day, file.importId)))
  if (!stands || replaced) {
    await addMissingSource(db, source)
    await takeRegister(db, { ...day, ...file, rows: file.rows - left.rows, sourceKey: source.key })
    await record(db, systemActor(), file.at, {
      event: 'providers.register-imported',
      subject: { kind: 'register', id: `${regulator} ${asOf}` },
      payload: { file: file.name, source: source.key, demonstration, added, changed, unchanged, closed },
    })
  }
  return {
    added,
    changed,
    unchanged: unchanged + left.rows,
    closed,
    notes: left.councils.map((council) => ({
      line: 0,
      column: null,
      reason: `The real register of ${council} is known, so these invented services were left out.`,
    })),
  }
}
