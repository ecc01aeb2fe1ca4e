import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type PastReplay, replayFile } from '../brokerage/index.ts'
import { allPartnerships, partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import { longDate, number, percent } from '../core/ui/format.ts'
import type { IsoDate } from '../core/values/index.ts'
import { type AddCommand, say } from './context.ts'
import { dateArgument } from './date-argument.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  rule: string
  from: IsoDate
  to: IsoDate
  partnership?: string
  json?: boolean
}

/** `mercat replay`: past rounds of offers as they would have gone under another rule. */
export const addReplay: AddCommand = (program, context) => {
  program
    .command('replay')
    .description(
      'Go through past rounds of offers again under another rule: who would have been asked, hours placed, shares. Changes nothing.',
    )
    .requiredOption('--rule <file>', 'a JSON file with one rule, as mercat import offer-rules reads it')
    .requiredOption('--from <date>', 'rounds opened on this day or after it', dateArgument)
    .requiredOption('--to <date>', 'and on this day or before it', dateArgument)
    .option('--partnership <name>', 'whose rounds; may be left out where there is one partnership')
    .option('--json', 'print it as one JSON document')
    .action(async ({ rule: path, from, to, partnership: slug, json }: Options) => {
      const file = resolve(context.io.cwd, path)
      const text = await readFile(file, 'utf8').catch(() => {
        throw invalid(`There is no file ${file} that can be read.`)
      })
      const database = await migratedDatabase(context)
      const partnership = await partnershipNamed(database, slug)
      const found = await replayFile(database, partnership, { name: basename(file), text, from, to })
      say(context, json === undefined ? {} : { json }, found, words(found))
    })
}

async function partnershipNamed(database: Database, slug: string | undefined) {
  if (slug !== undefined) return asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
  const [only, ...others] = await asActor(database, systemActor(), allPartnerships)
  if (!only || others.length > 0) throw invalid('Say whose rounds: --partnership with the name in its address.')
  return only
}

const hours = (minutes: number): string => number(minutes / 60, 1)

function words({ rule, from, to, rounds, same, wantedMinutes, before, after, shares, ...rest }: PastReplay): string {
  const days = from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`
  if (rounds === 0) return `No round that “${rule.name}” would decide was opened ${days} and is over.`
  return [
    `${number(rounds)} ${rounds === 1 ? 'round' : 'rounds'} ${days}, ${hours(wantedMinutes)} hours a week wanted; ${number(same)} go as they went.`,
    `Placed then ${hours(before.placedMinutes)} hours with ${number(before.offers)} offers, under “${rule.name}” ${hours(after.placedMinutes)} with ${number(after.offers)}.`,
    `Of those, ${hours(rest.byCapacityMinutes)} hours rest on declared capacity; ${number(rest.unknownOffers)} offers went to providers of whom nobody knows, ${number(rest.undecidedApprovals)} prices would have needed an approval.`,
    ...shares.map(
      (one) =>
        `  ${one.organisation}: ${hours(one.minutesBefore)} hours (${percent(100 * one.shareBefore)}) then, ${hours(one.minutesAfter)} (${percent(100 * one.shareAfter)}) under the rule`,
    ),
  ].join('\n')
}
