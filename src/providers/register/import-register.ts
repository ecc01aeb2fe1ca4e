import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database, oneImportAtATime } from '../../core/db/index.ts'
import { invalid } from '../../core/errors/index.ts'
import {
  doubtful,
  type ImportOptions,
  type ImportReport,
  noRows,
  orUndone,
  type Rejection,
  type SourceFile,
} from '../../core/import/index.ts'
import { longDate, number } from '../../core/ui/format.ts'
import { type IsoDate, isIsoDate, londonDate, newId } from '../../core/values/index.ts'
import { sourceToCite } from '../../evidence/index.ts'
import { clearIncoming } from './commands/stage-register.ts'
import { digestOf, registerContext, stageAll } from './import-stage.ts'
import { nothingTaken, takeAll } from './import-take.ts'
import { otherDayOf, type RegisterDay } from './queries/register-before.ts'
import { cutShortDoubt, laterDatesDoubt, movedColumnDoubt, rejectedDoubt, sameFileDoubt } from './register-doubts.ts'
import { registerIn } from './register-layout.ts'
import { registerSources } from './register-source.ts'
import type { RegisterSurvey } from './register-survey.ts'
import { regulatorNames } from './register-words.ts'
import type { Regulator } from './regulator.ts'

/** How a regulator's register is to be imported. */
export interface RegisterImport extends ImportOptions {
  readonly regulator: Regulator
  /** The day that the file pictures. */
  readonly asOf: IsoDate
  /** The key or title of the source, where it is not the regulator's own publication. */
  readonly source?: string
  /** Whether the register is invented: it then gives way to real ones. */
  readonly demonstration?: boolean
  readonly at: Date
}

/** What the import of a register did, or in a dry run would have done. */
export interface RegisterReport extends ImportReport {
  readonly regulator: Regulator
  readonly asOf: IsoDate
  /** Services that were known of the file's councils and are not in it. */
  readonly closed: number
  readonly flagged: readonly Rejection[]
  readonly flaggedRows: number
  /** Rows that are no care service, such as a dentist's: `read` is these and those added, changed, unchanged or rejected. */
  readonly passedOver: number
}

/**
 * Imports a regulator's register as it is published: the whole of the councils that the file names, on its day.
 * Rows are laid beside the register a thousand at a time, and taken in one transaction at the end or not at all.
 */
export async function importRegister(
  database: Database,
  file: SourceFile,
  options: RegisterImport,
): Promise<RegisterReport> {
  if (!isIsoDate(options.asOf))
    throw invalid(`“${options.asOf}” is not a date.`, 'Write the day of the file as 2025-05-31.')
  if (options.asOf > londonDate(options.at)) throw invalid(`${longDate(options.asOf)} has not come yet.`)
  return oneImportAtATime(database, async () => {
    const actor = systemActor()
    // What an import left behind that was ended by force.
    await asActor(database, actor, clearIncoming)
    try {
      return await importAlone(database, file, options)
    } finally {
      await asActor(database, actor, clearIncoming)
    }
  })
}

async function importAlone(database: Database, file: SourceFile, options: RegisterImport): Promise<RegisterReport> {
  const day: RegisterDay = { ...options, demonstration: options.demonstration === true }
  const refuse = (doubt: string | undefined) => {
    if (doubt && !options.yes) throw doubtful(doubt)
  }
  await refuseOthersRegister(file, options)
  const digest = await digestOf(file)
  const known = await asActor(database, systemActor(), async (db) => ({
    context: await registerContext(db, options),
    source: options.source === undefined ? registerSources[options.regulator] : await sourceToCite(db, options.source),
    otherDay: await otherDayOf(db, day, digest),
  }))
  refuse(sameFileDoubt(file.name, known.otherDay))
  const importId = newId()
  const survey = await stageAll(database, importId, file, known.context, options)
  refuse(cutShortDoubt(file.name, survey.brokenEnd()))
  const services = survey.read() - survey.passedOver()
  refuse(movedColumnDoubt(survey.unread, services))
  refuse(rejectedDoubt(survey.rejectedRows(), services, survey.rejected[0]?.reason))
  refuseOtherNation(survey, options.regulator)
  refuse(laterDatesDoubt(options.asOf, survey.later()))
  const kept = services - survey.rejectedRows()
  const take = kept > 0 && !(options.allOrNothing && survey.rejectedRows() > 0)
  const taken = take
    ? await orUndone(database, systemActor(), options.dryRun === true, (db) =>
        takeAll(
          db,
          day,
          { importId, name: file.name, digest, rows: kept, source: known.source, at: options.at },
          refuse,
        ),
      )
    : nothingTaken
  return {
    file: file.name,
    regulator: options.regulator,
    asOf: options.asOf,
    read: survey.read(),
    added: taken.added,
    changed: taken.changed,
    unchanged: taken.unchanged,
    closed: taken.closed,
    flagged: [...taken.notes, ...survey.flagged],
    flaggedRows: survey.flaggedRows(),
    rejected: survey.read() === 0 ? [{ line: 0, column: null, reason: noRows(file.name) }] : inOrder(survey.rejected),
    rejectedRows: survey.rejectedRows(),
    passedOver: survey.passedOver(),
    dryRun: options.dryRun === true,
    applied: take,
  }
}

const inOrder = (rejected: readonly Rejection[]) => rejected.toSorted((one, other) => one.line - other.line)

async function refuseOthersRegister(file: SourceFile, { regulator, mapping }: RegisterImport): Promise<void> {
  const found = await registerIn(file, mapping ?? {}, regulator)
  if (found === undefined || found === regulator) return
  throw invalid(
    `${file.name} is the register of the ${regulatorNames[found]}, not of the ${regulatorNames[regulator]}.`,
    `Import it with --regulator ${found}.`,
  )
}

function refuseOtherNation(survey: RegisterSurvey, regulator: Regulator): void {
  const own = regulator === 'cqc' ? 'england' : 'scotland'
  const counted = [...survey.nations].reduce((sum, [, rows]) => sum + rows, 0)
  const others = counted - (survey.nations.get(own) ?? 0)
  if (others * 2 <= counted) return
  const nation = own === 'england' ? 'England' : 'Scotland'
  throw invalid(
    `${number(others)} of ${number(counted)} services are in councils outside ${nation}, and this is to be the register of the ${regulatorNames[regulator]}.`,
  )
}
