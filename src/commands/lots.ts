import { InvalidArgumentError, Option } from 'commander'
import { partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import { notFound } from '../core/errors/index.ts'
import { longDate, pounds } from '../core/ui/format.ts'
import type { IsoDate } from '../core/values/index.ts'
import { areaResolver } from '../places/index.ts'
import {
  type DayType,
  dayTypes,
  type LotOffer,
  lotsFor,
  type RateUnit,
  rateUnits,
  roleWords,
  unitWords,
} from '../procurement/index.ts'
import { serviceTypes, termNamed } from '../providers/index.ts'
import { type AddCommand, say } from './context.ts'
import { dateArgument } from './date-argument.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  partnership: string
  service: string
  area: string
  on: IsoDate
  all?: boolean
  unit?: RateUnit
  visitMinutes?: number
  dayType?: DayType
  level?: string
  person?: string
  json?: boolean
}

/** `mercat lots`: who may be offered what in an area on a day, in the order of asking, at what price, and why. */
export const addLots: AddCommand = (program, context) => {
  program
    .command('lots')
    .description('List who may be offered care in an area on a day, in the order of asking, with price and reason.')
    .requiredOption('--partnership <slug>', 'whose contracts')
    .requiredOption('--service <service>', 'the kind of service, by key or name: care-at-home')
    .requiredOption('--area <code>', 'the area, by code or name')
    .requiredOption('--on <date>', 'the day', dateArgument)
    .option('--all', 'those who can’t be asked too, with the reason')
    .addOption(new Option('--unit <unit>', 'price by this unit').choices(rateUnits))
    .option('--visit-minutes <minutes>', 'price of a visit of this length', minutesArgument)
    .addOption(new Option('--day-type <days>', 'price on these days').choices(dayTypes))
    .option('--level <level>', 'price of this level of care')
    .option('--person <reference>', 'price for this person, with an enhancement decided on evidence')
    .option('--json', 'print it as one JSON document')
    .action(async ({ json, ...asked }: Options) => {
      const offers = await offersOf(await migratedDatabase(context), asked)
      const words = offers.map(offerWords).join('\n') || `Nobody can be offered this on ${longDate(asked.on)}.`
      say(context, json === undefined ? {} : { json }, offers, words)
    })
}

async function offersOf(database: Database, { partnership, service, area, ...asked }: Options): Promise<LotOffer[]> {
  const { id } = await asActor(database, publicActor, (db) => partnershipBySlug(db, partnership))
  return asActor(database, systemActor(id), async (db) => {
    const type = termNamed(await serviceTypes(db))(service)
    if (!type) throw notFound(`A kind of service named “${service}”`)
    const place = (await areaResolver(db, id))(area)
    if (!place) throw notFound(`An area named “${area}”`)
    return lotsFor(db, { ...asked, partnershipId: id, serviceType: type.key, area: place.code })
  })
}

function offerWords({ provider, lot, contract, role, rank, rate, why, offered }: LotOffer, at: number): string {
  const number = offered ? `${at + 1}.` : '– '
  const where = [contract.reference, lot.number && `lot ${lot.number}`, lot.name].filter(Boolean).join(', ')
  const price = rate ? `${pounds(rate.pence)} ${unitWords[rate.unit]}` : 'no price'
  const place = [roleWords[role].toLowerCase(), rank !== null && `rank ${rank}`].filter(Boolean).join(' ')
  return `${number} ${provider.name} (${place}), ${price}: ${where}\n   ${why}`
}

function minutesArgument(text: string): number {
  const minutes = Number(text)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440) {
    throw new InvalidArgumentError('It must be a number of minutes such as 30.')
  }
  return minutes
}
