import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { dutyToRegister } from '../../../providers/index.ts'
import { openLots, writeLots } from '../../changes/commands/write/write-lot.ts'
import { type StandingRow, writeLotProviders, writeStandings } from '../../changes/commands/write/write-standing.ts'
import type { Writing } from '../../changes/commands/write/writing.ts'
import type { Contract, Lot } from '../../contract.ts'
import { standingProblems } from '../../standing.ts'
import { type PlacedRow, piecesOf } from '../lot-plan.ts'
import { placeGrounds } from './place-provider.ts'

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

/** Writes lots of a contract and who stands in them; gives what is to be reported, and what was refused. */
export async function takeLots(
  db: Db,
  taking: TakingLots,
  writing: Writing,
  contract: Contract,
  lots: readonly LotOfFile[],
): Promise<{ readonly odd: readonly LineRemark[]; readonly refused: readonly LineRemark[] }> {
  const [odd, refused]: [LineRemark[], LineRemark[]] = [[], []]
  const known = await writtenLots(db, taking, writing, contract, lots)
  const told = known.flatMap(({ lot, ...of }) =>
    lot.toWrite.map(({ row, organisationId, organisation: name }) => {
      const on = row.from ?? lot.first
      return { ...of, writing, row, first: lot.first, organisationId, name, on }
    }),
  )
  const grounds = await placeGrounds(db, taking, told)
  const places = told.flatMap(({ row, ...place }, index) => {
    const ground = grounds[index]
    if (!ground) return []
    if ('refused' in ground) {
      refused.push({ line: row.line, column: 'provider', reason: ground.refused })
      return []
    }
    if (ground.unconfirmed !== null) odd.push({ line: row.line, column: 'provider', reason: ground.unconfirmed })
    return [{ ...place, row, ground }]
  })
  const ids = await writeLotProviders(db, places)
  const rows = places.flatMap(({ lotId, organisationId, registered, row, first, ground }, index): StandingRow[] => {
    const { awardId, registrationId } = ground
    const lotProviderId = ids[index] ?? ''
    const place = { writing, lotProviderId, lotId, organisationId, registered, awardId, registrationId }
    const unconfirmed = registered && registrationId === null
    return piecesOf(row, { first, unconfirmed }).map((piece) => ({ ...place, ...piece }))
  })
  await writeStandings(db, rows)
  const refusedLines = new Set(refused.map(({ line }) => line))
  const withLeads = known.map((one) => ({ ...one, lead: leadOf(one.lot, refusedLines) }))
  const led = withLeads.flatMap(({ lotId, lead }) =>
    lead ? [{ writing, lotId, organisationId: lead.organisationId }] : [],
  )
  const leadIds = await writeLotProviders(db, led)
  const leads = new Map(led.map(({ lotId }, index) => [lotId, leadIds[index] ?? null]))
  const opened = withLeads.flatMap(({ lot, lotId, serviceType, needsLead }) => {
    const leadId = leads.get(lotId) ?? null
    if (serviceType === null) {
      const reason = 'Without a kind of service, nobody is offered from this lot.'
      odd.push({ line: lot.said.line, column: 'service', reason })
      return []
    }
    const areas = lot.said.areas.length > 0 ? lot.said.areas : [taking.partnership.areaCode]
    return leadId !== null || !needsLead ? [{ lotId, needsLead, leadId, serviceType, areas }] : []
  })
  await openLots(db, writing, opened)
  return { odd, refused }
}

/** A lot of a file that stands in the register, and what holds for all in it. */
interface WrittenLot {
  readonly lot: LotOfFile
  readonly lotId: Id
  readonly serviceType: string | null
  readonly needsLead: boolean
  readonly registered: boolean
}

/** Adds the lots that are new. */
async function writtenLots(
  db: Db,
  { partnership, at }: TakingLots,
  writing: Writing,
  contract: Contract,
  lots: readonly LotOfFile[],
): Promise<WrittenLot[]> {
  const today = londonDate(at)
  const duties = new Map<string, boolean>()
  const known: (Omit<WrittenLot, 'lotId'> & { readonly lotId: Id | undefined })[] = []
  for (const lot of lots) {
    const standing = contract.lots.find(({ number }) => number.toLowerCase() === lot.number.toLowerCase())
    const serviceType = lot.said.service ?? contract.detail.serviceType
    const on = lot.first > today ? lot.first : today
    const key = `${serviceType} ${on}`
    const duty = duties.get(key) ?? (await dutyToRegister(db, partnership.nation, serviceType, on)) !== null
    duties.set(key, duty)
    const { needsLead, registered } = standing ?? { needsLead: lot.said.needsLead, registered: duty }
    known.push({ lot, lotId: standing?.id, serviceType, needsLead, registered })
  }
  const missing = known.filter(({ lotId }) => lotId === undefined)
  const added = await writeLots(
    db,
    missing.map(({ lot, serviceType, needsLead, registered }) => {
      const { number, position, said } = lot
      return { writing, number, position, name: said.name, serviceType, capped: false, needsLead, registered }
    }),
  )
  const ids = new Map(missing.map(({ lot }, index) => [lot, added[index]]))
  return known.map((one) => ({ ...one, lotId: one.lotId ?? ids.get(one.lot) ?? '' }))
}

/** Who leads a lot now, unless that very row was refused. */
const leadOf = (lot: LotOfFile, refused: ReadonlySet<number>): PlacedRow | undefined =>
  lot.places.findLast(
    ({ row }) => row.role === 'lead' && row.state !== 'left' && row.until === null && !refused.has(row.line),
  )
