import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { awardGates } from '../../../providers/index.ts'
import type { Days } from '../../contract.ts'
import { segmentsUnder } from '../cap-segments.ts'
import { type ChangeContext, placeKey } from '../change-context.ts'
import { serviceOf } from '../decide-award.ts'
import { extendedTerms } from '../extended-terms.ts'
import type { ImportedAward, ImportedStanding } from '../imported-award.ts'
import { capRows } from '../queries/caps.ts'
import { writeDetails } from './write/write-detail.ts'
import { type BareLot, openLots, writeLots } from './write/write-lot.ts'
import { type NewOption, writeOptions } from './write/write-options.ts'
import { writeCaps, writeRateLines, writeRates } from './write/write-rate.ts'
import { type StandingRow, writeLotProviders, writeStandings } from './write/write-standing.ts'
import { writeTerms } from './write/write-term.ts'
import type { Writing, Written } from './write/writing.ts'

/** A contract that begins, and what its award rests on. */
export interface AwardToWrite extends Written {
  readonly award: ImportedAward
  readonly known: Pick<ChangeContext, 'places' | 'registered'>
}

/** Writes contracts from their first days on: what is said of each, its days, options, lots, providers and prices. */
export async function writeAwards(db: Db, awards: readonly AwardToWrite[]): Promise<void> {
  const [first] = awards
  if (!first) return
  await writeDetails(
    db,
    awards.map(({ writing, award }) => ({
      writing,
      held: { from: award.term.from, until: null },
      detail: award.detail,
    })),
  )
  const lives = awards.map(lifeOf)
  await writeOptions(
    db,
    lives.flatMap(({ options }) => options),
  )
  await writeTerms(
    db,
    lives.flatMap(({ terms }) => terms),
  )
  await writeNewLots(db, first.writing, awards)
}

/** The days of a contract: its first term, its options, and what was agreed after it. */
function lifeOf({ writing, award }: AwardToWrite) {
  const { term } = award
  const options = award.options.map((option) => ({ ...option, id: newId() }))
  const pieces = extendedTerms(term, options, award.extendedUntil ?? null)
  const taken = new Map(pieces.flatMap(({ option, days }): [Id, IsoDate][] => (option ? [[option.id, days.from]] : [])))
  const initial = { days: term, origin: 'initial' as const, option: null }
  return {
    options: options.map(
      (option, index): NewOption => ({
        writing,
        ...option,
        position: index + 1,
        takenOn: taken.get(option.id) ?? null,
      }),
    ),
    terms: [initial, ...pieces].map((piece) => ({ writing, ...piece, state: 'agreed' as const })),
  }
}

type AwardedLot = ImportedAward['lots'][number]

/** A lot of an award, with what holds for all that is written of it. */
interface LotToWrite extends Written {
  readonly lot: AwardedLot
  readonly row: BareLot
  readonly term: Days
  readonly known: AwardToWrite['known']
}

async function writeNewLots(db: Db, { partnershipId, at }: Writing, awards: readonly AwardToWrite[]): Promise<void> {
  const bare = awards.flatMap(({ writing, award, known }) =>
    award.lots.map((lot, index): LotToWrite => {
      const serviceType = serviceOf(lot, award.detail)
      const registered = serviceType !== null && known.registered.has(serviceType)
      const row = { ...lot, serviceType, capped: lot.caps.length > 0, registered, position: index + 1 }
      return { writing, lot, row, term: award.term, known }
    }),
  )
  const ids = await writeLots(
    db,
    bare.map(({ writing, row }) => ({ writing, ...row })),
  )
  const lots = bare.map((lot, index) => ({ ...lot, lotId: ids[index] ?? '' }))
  const standings = await writeNewStandings(db, { partnershipId, at }, lots)
  const leading = standings.filter(({ role }) => role === 'lead')
  const leads = new Map(leading.map(({ lotId, lotProviderId }) => [lotId, lotProviderId]))
  const opened = lots.flatMap(({ lot, row, lotId }) => {
    const leadId = leads.get(lotId) ?? null
    const { serviceType, needsLead } = row
    return serviceType !== null && lot.areas.length > 0 && (leadId !== null || !needsLead)
      ? [{ lotId, needsLead, leadId, serviceType, areas: lot.areas }]
      : []
  })
  await openLots(db, { partnershipId }, opened)
  await writePriceLists(db, partnershipId, lots)
}

type WrittenLot = LotToWrite & { readonly lotId: Id }

async function writeNewStandings(
  db: Db,
  { partnershipId, at }: Pick<Writing, 'partnershipId' | 'at'>,
  lots: readonly WrittenLot[],
): Promise<StandingRow[]> {
  const places = lots.flatMap(({ lot, ...of }) =>
    lot.standings.map((standing) => ({ ...of, standing, organisationId: standing.organisationId })),
  )
  const gates = await awardGates(
    db,
    partnershipId,
    places.map(({ organisationId }) => organisationId),
    at,
  )
  const ids = await writeLotProviders(db, places)
  const rows = places.flatMap(({ writing, lotId, row, term, known, standing, organisationId }, index) => {
    const { role, rank } = standing
    const { registered, serviceType } = row
    const registrationId = known.places.get(placeKey(organisationId, serviceType))?.registrationId ?? null
    const awardId = gates.get(organisationId) ?? ''
    const place = { writing, lotProviderId: ids[index] ?? '', lotId, organisationId, registered, role, rank }
    return piecesOf(standing, term, registered && registrationId === null).map((piece) => ({
      ...place,
      ...piece,
      registrationId,
      awardId,
    }))
  })
  await writeStandings(db, rows)
  return rows
}

/** A provider stands from when it came; after it left, it is known as one that left. */
function piecesOf(standing: ImportedStanding, term: Days, unconfirmed: boolean): Pick<StandingRow, 'held' | 'state'>[] {
  const from = standing.from ?? term.from
  const until = standing.until ?? null
  const state = unconfirmed && standing.state !== 'left' ? 'unconfirmed' : (standing.state ?? 'active')
  const stood = { held: { from, until }, state }
  return until === null || state === 'left' ? [stood] : [stood, { held: { from: until, until: null }, state: 'left' }]
}

async function writePriceLists(db: Db, partnershipId: Id, lots: readonly WrittenLot[]): Promise<void> {
  const heldOf = (term: Days) => ({ from: term.from, until: null })
  await writeCaps(
    db,
    lots.flatMap(({ writing, lotId, lot, term }) =>
      lot.caps.map((cap) => ({ writing, lotId, cap, held: heldOf(term) })),
    ),
  )
  const capped = lots.filter(({ row }) => row.capped).map(({ lotId }) => lotId)
  const caps = await capRows(db, partnershipId, capped)
  const lines = lots.flatMap(({ writing, lotId, lot, row, term }) =>
    lot.rates.map((rate) => ({ writing, lotId, capped: row.capped, rate, held: heldOf(term) })),
  )
  const lineIds = await writeRateLines(db, lines)
  const rows = lines.flatMap(({ rate, held, ...line }, index) => {
    const { pence } = rate
    if (pence === null) return []
    return segmentsUnder(caps.get(line.lotId) ?? [], rate, held).map(({ days, cap }) => ({
      ...line,
      lineId: lineIds[index] ?? '',
      held: days,
      pence,
      cap,
    }))
  })
  await writeRates(db, rows)
}
