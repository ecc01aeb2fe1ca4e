import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { dutyToRegister } from '../../../providers/index.ts'
import { openLot, writeLot } from '../../changes/commands/write/write-lot.ts'
import { type StandingRow, writeLotProvider, writeStandings } from '../../changes/commands/write/write-standing.ts'
import type { Writing } from '../../changes/commands/write/writing.ts'
import type { Contract, Lot } from '../../contract.ts'
import { standingProblems } from '../../standing.ts'
import { type PlacedRow, piecesOf } from '../lot-plan.ts'
import { placeGround } from './place-provider.ts'

/** What all lots of one file share. */
export interface TakingLots {
  readonly partnership: Partnership
  readonly actor: Actor
  readonly file: string
  readonly at: Date
}

/** One thing to report of a row. */
export interface LineRemark {
  readonly line: number
  readonly column: string | null
  readonly reason: string
}

/** A lot as the rows of a file tell it: everyone in it, and of those the ones to write. */
export interface LotOfFile {
  readonly number: string
  readonly position: number
  /** The row that says what the lot is called and serves: the first. */
  readonly said: PlacedRow['row']
  readonly places: readonly PlacedRow[]
  readonly toWrite: readonly PlacedRow[]
  readonly first: IsoDate
}

/** What is wrong with a lot as it would stand: one rank twice, two leads, or none where it needs one. */
export function lotTrouble(lot: LotOfFile, standing: Lot | undefined): string | undefined {
  const told = new Set(lot.places.map(({ organisationId }) => organisationId))
  const others = (standing?.standings ?? []).filter(({ organisationId }) => !told.has(organisationId))
  const places = lot.places.flatMap(({ row, organisationId, organisation }) =>
    piecesOf(row, { first: lot.first, unconfirmed: false }).map(({ held, ...piece }) => ({
      ...held,
      ...piece,
      lotProviderId: organisationId,
      organisation,
    })),
  )
  const order = standingProblems([...others, ...places])[0]
  if (order) return order.sentence
  const leads = [...others, ...places].some(({ role, state }) => role === 'lead' && state !== 'left')
  return lot.said.needsLead && !leads ? `Lot ${lot.number} needs a lead, and no row names one.` : undefined
}

/** Writes a lot and who stands in it; gives what is to be reported, and what was refused. */
export async function takeLot(
  db: Db,
  taking: TakingLots,
  writing: Writing,
  contract: Contract,
  lot: LotOfFile,
): Promise<{ readonly odd: readonly LineRemark[]; readonly refused: readonly LineRemark[] }> {
  const { partnership, at } = taking
  const [odd, refused]: [LineRemark[], LineRemark[]] = [[], []]
  const standing = contract.lots.find(({ number }) => number.toLowerCase() === lot.number.toLowerCase())
  const serviceType = lot.said.service ?? contract.detail.serviceType
  const today = londonDate(at)
  const duty = await dutyToRegister(db, partnership.nation, serviceType, lot.first > today ? lot.first : today)
  const facts = standing ?? { needsLead: lot.said.needsLead, registered: duty !== null }
  const lotId =
    standing?.id ?? (await writeLot(db, writing, { ...lotFacts(lot), serviceType, capped: false, ...facts }))
  const rows: StandingRow[] = []
  for (const { row, organisationId, organisation } of lot.toWrite) {
    const on = row.from ?? lot.first
    const ground = await placeGround(db, taking, { organisationId, name: organisation, serviceType, on })
    if ('refused' in ground) {
      refused.push({ line: row.line, column: 'provider', reason: ground.refused })
      continue
    }
    if (ground.unconfirmed !== null) odd.push({ line: row.line, column: 'provider', reason: ground.unconfirmed })
    const lotProviderId = await writeLotProvider(db, writing, { lotId, organisationId })
    const { awardId, registrationId } = ground
    const place = { lotProviderId, lotId, organisationId, registered: facts.registered, awardId, registrationId }
    const unconfirmed = facts.registered && registrationId === null
    rows.push(...piecesOf(row, { first: lot.first, unconfirmed }).map((piece) => ({ ...place, ...piece })))
  }
  await writeStandings(db, writing, rows)
  const leadId = await leadOf(db, writing, lotId, lot)
  if (serviceType === null) {
    odd.push({
      line: lot.said.line,
      column: 'service',
      reason: 'Without a kind of service, nobody is offered from this lot.',
    })
  } else if (leadId !== null || !facts.needsLead) {
    const areas = lot.said.areas.length > 0 ? lot.said.areas : [partnership.areaCode]
    await openLot(db, writing, { lotId, needsLead: facts.needsLead, leadId, serviceType, areas })
  }
  return { odd, refused }
}

const lotFacts = ({ number, position, said }: LotOfFile) => ({ number, position, name: said.name })

async function leadOf(db: Db, writing: Writing, lotId: Id, lot: LotOfFile): Promise<Id | null> {
  const lead = lot.places.findLast(({ row }) => row.role === 'lead' && row.state !== 'left' && row.until === null)
  return lead ? writeLotProvider(db, writing, { lotId, organisationId: lead.organisationId }) : null
}
