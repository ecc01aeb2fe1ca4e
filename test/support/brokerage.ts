import type { CarePackage } from '../../src/brokerage/care-package.ts'
import type { Offer } from '../../src/brokerage/offer.ts'
import type { ClockHours, RuleStep } from '../../src/brokerage/offer-rule.ts'
import type { Answer } from '../../src/brokerage/offers/answer.ts'
import { answerOffer } from '../../src/brokerage/offers/commands/answer-offer.ts'
import { openRound } from '../../src/brokerage/offers/commands/open-round.ts'
import { offersOfPackage } from '../../src/brokerage/offers/queries/offer.ts'
import { roundsOf } from '../../src/brokerage/offers/queries/round.ts'
import type { Round } from '../../src/brokerage/offers/round.ts'
import { packageBy } from '../../src/brokerage/requests/queries/package.ts'
import { brokerage } from '../../src/brokerage/schema/index.ts'
import { daysMask, type VisitLine } from '../../src/brokerage/visit-line.ts'
import { type Actor, type Partnership, systemActor } from '../../src/core/auth/index.ts'
import { partnershipById } from '../../src/core/auth/partnership.ts'
import { asActor, type Database, type Db, json } from '../../src/core/db/index.ts'
import { entriesOf } from '../../src/core/ledger/index.ts'
import { nextReference } from '../../src/core/references/index.ts'
import { type Id, londonDate, newId } from '../../src/core/values/index.ts'
import { awardContract } from '../../src/procurement/changes/commands/award-contract.ts'
import { newPartnership } from './new-partnership.ts'
import { awardedAt, newProvider, sampleAward, sampleLot, sampleRate, staffOf } from './sample-contract.ts'

/** A Monday at ten, when clocks run. */
export const monday = new Date('2026-11-23T10:00:00Z')

/** A moment some minutes after that Monday's ten o'clock. */
export const minutesOn = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000)

/** Hours of clocks: weekdays and Saturdays, eight to six. */
export const sampleHours: ClockHours = { days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '18:00' }

/** A step without limits. */
export const sampleStep = (over: Partial<RuleStep> = {}): RuleStep => ({
  pool: { kind: 'lead' },
  order: 'rank',
  mode: 'one-after-another',
  window: 180,
  priceCap: null,
  lowestGrade: null,
  distance: null,
  shortTermMonths: null,
  approvalAbove: null,
  ...over,
})

/** The lead, then fallbacks one after another, then all of the additional ones at once. */
export const sampleSteps: readonly RuleStep[] = [
  sampleStep(),
  sampleStep({ pool: { kind: 'fallback' } }),
  sampleStep({ pool: { kind: 'additional' }, mode: 'all-at-once', window: 240 }),
]

/** Visits in the morning and the evening of every day, of one carer. */
export const sampleLines = (): VisitLine[] => [
  { id: newId(), band: 'morning', days: [1, 2, 3, 4, 5, 6, 7], minutes: 30, carers: 1 },
  { id: newId(), band: 'evening', days: [1, 2, 3, 4, 5, 6, 7], minutes: 30, carers: 1 },
]

/** What may be said otherwise of a package that a test asks for. */
export interface SamplePackage {
  readonly lines?: readonly VisitLine[]
  readonly origin?: CarePackage['origin']
  readonly startBy?: string
  readonly readyAt?: Date
  readonly need?: string
  readonly personId?: Id
}

/** A partnership that places care: one lot with a lead, two fallbacks and two additional providers, its rule, its people. */
export async function newBrokerage(
  database: Database,
  {
    steps = sampleSteps,
    nation = 'scotland',
    hours = sampleHours,
  }: { steps?: readonly RuleStep[]; nation?: Partnership['nation']; hours?: ClockHours } = {},
) {
  const { id } = await newPartnership(database, { nation })
  const partnership = await asActor(database, systemActor(id), (db) => partnershipById(db, id))
  const providers = []
  for (let made = 0; made < 5; made += 1) providers.push(await newProvider(database))
  const [lead, fallback, second, additional, other] = providers
  if (!lead || !fallback || !second || !additional || !other) throw new Error('Five providers were not made.')
  const area = 'S12000040'
  const serviceType = 'care-at-home'
  const commissioner = staffOf(partnership, 'commissioner')
  const lot = sampleLot([lead.id, fallback.id, second.id], {
    standings: [
      { organisationId: lead.id, role: 'lead', rank: 1 },
      { organisationId: fallback.id, role: 'fallback', rank: 2 },
      { organisationId: second.id, role: 'fallback', rank: 3 },
      { organisationId: additional.id, role: 'additional', rank: null },
      { organisationId: other.id, role: 'additional', rank: null },
    ],
    rates: [lead, fallback, second, additional, other].map((provider, index) =>
      sampleRate(provider.id, 2100 + index * 50),
    ),
  })
  const contractId = await asActor(database, commissioner, async (db) => {
    const outcome = await awardContract(db, commissioner, {
      partnership,
      award: sampleAward([lot]),
      effectiveOn: '2025-04-01',
      reason: 'Tender of 2025',
      through: 'award',
      published: true,
      at: awardedAt,
    })
    if (outcome.outcome !== 'applied') throw new Error(`Not awarded: ${JSON.stringify(outcome)}`)
    return outcome.contractId
  })
  const system = systemActor(id)
  const broker = staffOf(partnership, 'broker')
  const act = <T>(work: (db: Db) => Promise<T>, actor: Actor = system): Promise<T> => asActor(database, actor, work)
  const criteria = await criteriaOf(database, nation)
  const rule = await act((db) => writeRule(db, id, { serviceType, steps, hours }))
  const askPackage = (over: SamplePackage = {}): Promise<CarePackage> =>
    act((db) => writePackage(db, partnership, { area, serviceType, criteria, ...over }))
  return {
    database,
    partnership,
    area,
    serviceType,
    contractId,
    lead,
    fallbacks: [fallback, second] as const,
    additional: [additional, other] as const,
    broker,
    manager: staffOf(partnership, 'care-manager'),
    finance: staffOf(partnership, 'finance-officer'),
    officer: staffOf(partnership, 'contracts-officer'),
    system,
    rule,
    at: monday,
    act,
    askPackage,
    providerOf,
    ...inWorld(act, id, broker),
  }
}

/** What tests do over and over: send offers, answer them, and look at what came of it. */
function inWorld(
  act: <T>(work: (db: Db) => Promise<T>, actor?: Actor) => Promise<T>,
  partnershipId: Id,
  broker: Actor,
) {
  return {
    /** Sends offers for a package, in the name of a broker. */
    open: ({ id, version }: CarePackage, { at = monday, fromStep = 1 }: { at?: Date; fromStep?: number } = {}) =>
      act((db) => openRound(db, broker, { partnershipId, packageId: id, version, fromStep, at }), broker),
    /** Answers an offer, in the name of the provider that was asked unless another is named. */
    answer: (offer: Pick<Offer, 'id' | 'organisationId'>, answer: Answer, at = minutesOn(5), actor?: Actor) =>
      act((db) =>
        answerOffer(db, actor ?? providerOf({ id: offer.organisationId }), {
          partnershipId,
          offerId: offer.id,
          answer,
          at,
        }),
      ),
    /** The offers of a package, in the order in which they were made. */
    offers: (packageId: Id): Promise<Offer[]> => act((db) => offersOfPackage(db, partnershipId, packageId)),
    /** Its rounds, the newest first. */
    rounds: (packageId: Id): Promise<Round[]> => act((db) => roundsOf(db, partnershipId, packageId)),
    /** The package as it is wanted on a day. */
    package: async (packageId: Id, on = '2026-11-26'): Promise<CarePackage> => {
      const found = await act((db) => packageBy(db, partnershipId, { id: packageId }, on))
      if (!found) throw new Error('A package is gone.')
      return found
    },
    /** What the ledger tells of a package. */
    told: (packageId: Id) => act((db) => entriesOf(db, partnershipId, { kind: 'package', id: packageId })),
  }
}

export type Brokerage = Awaited<ReturnType<typeof newBrokerage>>

/** Somebody who works for a provider. */
export const providerOf = (organisation: { readonly id: Id }): Actor => ({
  kind: 'provider',
  accountId: newId(),
  organisationId: organisation.id,
  roles: ['provider'],
})

/** A level and set of criteria in force, loaded with the reference data. */
const criteriaOf = (database: Database, nation: string): Promise<{ key: string; level: string }> =>
  asActor(database, systemActor(), async (db) => {
    const found = await brokerage(db)
      .selectFrom('need_criteria')
      .select(['key', 'levels'])
      .where('nation', '=', nation as 'scotland')
      .orderBy('valid', 'desc')
      .executeTakeFirstOrThrow()
    return { key: found.key, level: found.levels.find(({ eligible }) => eligible)?.key ?? '' }
  })

/** A rule of the partnership for one service, in force since April 2025. */
async function writeRule(
  db: Db,
  partnershipId: Id,
  { serviceType, steps, hours = sampleHours }: { serviceType: string; steps: readonly RuleStep[]; hours?: ClockHours },
): Promise<{ ruleId: Id; versionId: Id }> {
  const [ruleId, versionId] = [newId(), newId()]
  await brokerage(db)
    .insertInto('offer_rule')
    .values({
      partnership_id: partnershipId,
      id: ruleId,
      name: 'Care at home',
      contract_id: null,
      service_type_key: serviceType,
      version: 1,
      created_at: awardedAt,
    })
    .execute()
  await brokerage(db)
    .insertInto('offer_rule_version')
    .values({
      partnership_id: partnershipId,
      id: versionId,
      rule_id: ruleId,
      version: 1,
      valid: '[2025-04-01,)',
      hours: json(hours),
      steps: json([...steps]),
      reason: 'As the contract says',
      made_by: null,
      made_at: awardedAt,
    })
    .execute()
  return { ruleId, versionId }
}

async function writePackage(
  db: Db,
  partnership: Partnership,
  asked: SamplePackage & { area: string; serviceType: string; criteria: { key: string; level: string } },
): Promise<CarePackage> {
  const { lines = sampleLines(), origin = 'community', startBy = '2026-11-30', readyAt = monday } = asked
  const { id: partnershipId } = partnership
  const packageId = newId()
  const personId = asked.personId ?? (await writePerson(db, partnership))
  const reference = await nextReference(db, partnership, 'PKG')
  await brokerage(db)
    .insertInto('care_package')
    .values({
      partnership_id: partnershipId,
      id: packageId,
      reference,
      request_id: newId(),
      person_id: personId,
      version: 1,
      need: asked.need ?? asked.serviceType,
      service_type_key: asked.serviceType,
      area_code: asked.area,
      district: 'EH47',
      criteria_key: asked.criteria.key,
      level: asked.criteria.level,
      no_level_reason: null,
      outcomes: ['Safe at home'],
      needs: [],
      choices: '',
      support_option: 3,
      origin,
      assessed_on: '2026-11-20',
      ready_at: readyAt,
      start_by: startBy,
      pen_picture: 'Lives alone on the ground floor and likes an early start.',
      short_term: false,
      state: 'waiting',
      broker_id: null,
      requested_by: null,
      created_at: readyAt,
      changed_at: readyAt,
      ended_on: null,
      end_reason: null,
    })
    .execute()
  await brokerage(db)
    .insertInto('package_line')
    .values(
      lines.map(({ id, band, days, minutes, carers }) => ({
        partnership_id: partnershipId,
        id,
        package_id: packageId,
        band,
        days: daysMask(days),
        minutes,
        carers,
        held: `[${londonDate(readyAt)},)`,
      })),
    )
    .execute()
  const made = await packageBy(db, partnershipId, { id: packageId }, londonDate(readyAt))
  if (!made) throw new Error('A package that was written is not there.')
  return made
}

/** Somebody invented who needs care. */
async function writePerson(db: Db, partnership: Partnership): Promise<Id> {
  const id = newId()
  const reference = await nextReference(db, partnership, 'PER')
  await brokerage(db)
    .insertInto('person')
    .values({
      partnership_id: partnership.id,
      id,
      reference,
      own_reference: null,
      created_at: monday,
      erased_at: null,
    })
    .execute()
  await brokerage(db)
    .insertInto('person_detail')
    .values({
      partnership_id: partnership.id,
      person_id: id,
      name: `Example Person ${reference}`,
      address: '1 Example Street, Exampleton',
      postcode: 'EH47 0ZZ',
      contacts: 'A neighbour with a key',
      risks: 'A dog',
    })
    .execute()
  return id
}
