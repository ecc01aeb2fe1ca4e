import { type Command, Option } from 'commander'
import { publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Db } from '../core/db/index.ts'
import { invalid, notFound } from '../core/errors/index.ts'
import { longDate, number, signed } from '../core/ui/format.ts'
import type { IsoDate } from '../core/values/index.ts'
import { type Area, areaResolver } from '../places/index.ts'
import {
  compareRegister,
  type Regulator,
  registerSummary,
  regulators,
  takeBackSuccession,
  tellSuccession,
} from '../providers/index.ts'
import { type AddCommand, type CommandContext, say } from './context.ts'
import { dateArgument } from './date-argument.ts'
import { migratedDatabase } from './migrated-database.ts'

/** `mercat register …`: what a register says on a day, what changed, and which service goes on from which. */
export const addRegister: AddCommand = (program, context) => {
  const family = program.command('register').description('The registers of the regulators.')
  addSummary(family, context)
  addCompare(family, context)
  addSucceed(family, context)
}

const area = ['--area <code>', 'the area, by code or name'] as const
const json = ['--json', 'print it as one JSON document'] as const

interface SummaryOptions {
  asOf: IsoDate
  area: string
  json?: boolean
}

function addSummary(family: Command, context: CommandContext): void {
  family
    .command('summary')
    .description('Count the active services for adults on a day: by kind, by sector, and care homes for older people.')
    .requiredOption('--as-of <date>', 'the day; the latest register up to it answers', dateArgument)
    .requiredOption(...area)
    .option(...json)
    .action(async (options: SummaryOptions) => {
      const database = await migratedDatabase(context)
      const { summary, name } = await asActor(database, publicActor, async (db) => {
        const { code, name } = await areaNamed(db, options.area)
        return { summary: await registerSummary(db, { area: code, asOf: options.asOf }), name }
      })
      const lines = (counts: Readonly<Record<string, number>>) =>
        Object.entries(counts).map(([words, count]) => `  ${number(count)} ${words}`)
      const words = [
        `${name} on ${longDate(summary.asOf)}: ${number(summary.adultActive)} active services for adults`,
        ...lines(summary.byType),
        'By who provides them:',
        ...lines(summary.bySector),
        `Care homes for older people: ${number(summary.careHomesOlder)} with ${number(summary.careHomesOlderPlaces)} places`,
      ]
      say(context, options, summary, words.join('\n'))
    })
}

interface CompareOptions {
  from: IsoDate
  to: IsoDate
  area: string
  json?: boolean
}

function addCompare(family: Command, context: CommandContext): void {
  family
    .command('compare')
    .description('Compare the active services for adults on two days, matched by number.')
    .requiredOption('--from <date>', 'the earlier day', dateArgument)
    .requiredOption('--to <date>', 'the later day', dateArgument)
    .requiredOption(...area)
    .option(...json)
    .action(async (options: CompareOptions) => {
      const database = await migratedDatabase(context)
      const { compared, name } = await asActor(database, publicActor, async (db) => {
        const { code, name } = await areaNamed(db, options.area)
        return { compared: await compareRegister(db, { area: code, from: options.from, to: options.to }), name }
      })
      const { services: _, matched: __, ...counts } = compared
      const words = [
        `${name} from ${longDate(counts.from)} to ${longDate(counts.to)}:`,
        `  ${number(counts.new)} new with ${number(counts.placesNew)} places, ${number(counts.gone)} gone with ${number(counts.placesGone)}`,
        `  lowest grade up in ${number(counts.lowestGradeUp)}, down in ${number(counts.lowestGradeDown)}`,
        `  places of those on both days: ${signed(counts.placesGained)} and ${signed(-counts.placesLost)}`,
      ]
      say(context, options, counts, words.join('\n'))
    })
}

interface SucceedOptions {
  regulator: Regulator
  from: string
  on?: IsoDate
  note?: string
  takeBack?: boolean
  json?: boolean
}

function addSucceed(family: Command, context: CommandContext): void {
  family
    .command('succeed')
    .description('Tell that a service goes on under another number, as after a sale.')
    .argument('<number>', 'the number that it has now')
    .requiredOption('--from <number>', 'the number that it had before')
    .addOption(new Option('--regulator <name>', 'whose numbers they are').choices(regulators).makeOptionMandatory())
    .option('--on <date>', 'the day from which it has the new number', dateArgument)
    .option('--note <text>', 'what happened')
    .option('--take-back', 'take back what was told')
    .option(...json)
    .action(async (later: string, options: SucceedOptions) => {
      const database = await migratedDatabase(context)
      const actor = systemActor()
      const { regulator, from: earlierNumber, on, note = null } = options
      const which = { regulator, number: later, earlierNumber, toldBy: null, at: context.clock.now() }
      if (options.takeBack) {
        await asActor(database, actor, (db) => takeBackSuccession(db, actor, which))
        say(context, options, which, `It is no longer told that ${later} goes on from ${earlierNumber}.`)
        return
      }
      if (!on) throw invalid('Since when it goes on is missing.', 'Say it with --on 2025-05-31.')
      const problem = await asActor(database, actor, (db) => tellSuccession(db, actor, { ...which, on, note }))
      if (problem) throw invalid(problem.sentence)
      say(context, options, { ...which, on, note }, `${later} goes on from ${earlierNumber} since ${longDate(on)}.`)
    })
}

/** The area that a person names. */
async function areaNamed(db: Db, text: string): Promise<Area> {
  const found = (await areaResolver(db))(text)
  if (!found) throw notFound(`An area named “${text}”`)
  return found
}
