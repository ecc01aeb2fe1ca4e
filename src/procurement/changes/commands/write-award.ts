import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { awardGate } from '../../../providers/index.ts'
import type { Days } from '../../contract.ts'
import { segmentsUnder } from '../cap-segments.ts'
import { type ChangeContext, placeKey } from '../change-context.ts'
import { serviceOf } from '../decide-award.ts'
import { extendedTerms } from '../extended-terms.ts'
import type { ImportedAward, ImportedStanding } from '../imported-award.ts'
import { capRows } from '../queries/caps.ts'
import { writeDetail } from './write/write-detail.ts'
import { openLot, writeLot } from './write/write-lot.ts'
import { decideOption, writeOptions } from './write/write-options.ts'
import { type RateRow, writeCap, writeRateLine, writeRates } from './write/write-rate.ts'
import { type StandingRow, writeLotProvider, writeStandings } from './write/write-standing.ts'
import { writeTerm } from './write/write-term.ts'
import type { Writing } from './write/writing.ts'

type AwardedLot = ImportedAward['lots'][number]
type Known = Pick<ChangeContext, 'places' | 'registered' | 'through'>

/** Writes a contract from its first day on: what is said of it, its days, options, lots, providers and prices. */
export async function writeAward(db: Db, writing: Writing, award: ImportedAward, known: Known): Promise<void> {
  const { term } = award
  await writeDetail(db, writing, { held: { from: term.from, until: null }, detail: award.detail })
  await writeTerm(db, writing, { days: term, state: 'agreed', origin: 'initial', option: null })
  const optionIds = await writeOptions(db, writing, award.options)
  const options = award.options.map((option, index) => ({ ...option, id: optionIds[index] ?? writing.contractId }))
  for (const piece of extendedTerms(term, options, award.extendedUntil ?? null)) {
    await writeTerm(db, writing, { ...piece, state: 'agreed' })
    if (piece.option) {
      const taken = { optionId: piece.option.id, decision: 'taken' as const, on: piece.days.from }
      await decideOption(db, writing, taken)
    }
  }
  const gates = new Map<Id, Id>()
  for (const { organisationId } of award.lots.flatMap(({ standings }) => standings))
    if (!gates.has(organisationId))
      gates.set(organisationId, await awardGate(db, writing.partnershipId, organisationId, writing.at))
  for (const [index, lot] of award.lots.entries())
    await writeNewLot(db, writing, award, lot, index + 1, { ...known, gates })
}

async function writeNewLot(
  db: Db,
  writing: Writing,
  award: ImportedAward,
  lot: AwardedLot,
  position: number,
  known: Known & { readonly gates: ReadonlyMap<Id, Id> },
): Promise<void> {
  const serviceType = serviceOf(lot, award.detail)
  const registered = serviceType !== null && known.registered.has(serviceType)
  const capped = lot.caps.length > 0
  const lotId = await writeLot(db, writing, { ...lot, serviceType, capped, registered, position })
  const rows: StandingRow[] = []
  for (const standing of lot.standings) {
    const { organisationId, role, rank } = standing
    const lotProviderId = await writeLotProvider(db, writing, { lotId, organisationId })
    const registrationId = known.places.get(placeKey(organisationId, serviceType))?.registrationId ?? null
    const place = { lotProviderId, lotId, organisationId, registered, role, rank, registrationId }
    const awardId = known.gates.get(organisationId) ?? ''
    for (const piece of piecesOf(standing, award.term, registered && registrationId === null))
      rows.push({ ...place, ...piece, awardId })
  }
  await writeStandings(db, writing, rows)
  const lead = rows.findLast(({ role }) => role === 'lead')
  if (serviceType !== null && lot.areas.length > 0 && (lead || !lot.needsLead)) {
    const leadId = lead?.lotProviderId ?? null
    await openLot(db, writing, { lotId, needsLead: lot.needsLead, leadId, serviceType, areas: lot.areas })
  }
  await writePriceList(db, writing, lotId, lot, award.term)
}

/** A provider stands from when it came; after it left, it is known as one that left. */
function piecesOf(standing: ImportedStanding, term: Days, unconfirmed: boolean): Pick<StandingRow, 'held' | 'state'>[] {
  const from = standing.from ?? term.from
  const until = standing.until ?? null
  const state = unconfirmed && standing.state !== 'left' ? 'unconfirmed' : (standing.state ?? 'active')
  const stood = { held: { from, until }, state }
  return until === null || state === 'left' ? [stood] : [stood, { held: { from: until, until: null }, state: 'left' }]
}

async function writePriceList(db: Db, writing: Writing, lotId: Id, lot: AwardedLot, term: Days): Promise<void> {
  const held = { from: term.from, until: null }
  for (const cap of lot.caps) await writeCap(db, writing, { lotId, cap, held })
  const capped = lot.caps.length > 0
  const caps = capped ? ((await capRows(db, writing.partnershipId, [lotId])).get(lotId) ?? []) : []
  const rows: RateRow[] = []
  for (const rate of lot.rates) {
    const lineId = await writeRateLine(db, writing, { lotId, capped, rate })
    if (rate.pence === null) continue
    for (const { days, cap } of segmentsUnder(caps, rate, held))
      rows.push({ lineId, lotId, capped, held: days, pence: rate.pence, cap })
  }
  await writeRates(db, writing, rows)
}
