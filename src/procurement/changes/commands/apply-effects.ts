import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { awardGate } from '../../../providers/index.ts'
import type { Lot } from '../../contract.ts'
import { procurement } from '../../schema/index.ts'
import { segmentsUnder } from '../cap-segments.ts'
import { type ChangeContext, placeKey } from '../change-context.ts'
import type { Effect, RateEffect, StandingEffect } from '../effect.ts'
import { capRows } from '../queries/caps.ts'
import { moveEnhancements } from './write/move-enhancements.ts'
import { varyDetail } from './write/write-detail.ts'
import { writeLead } from './write/write-lot.ts'
import { decideOption } from './write/write-options.ts'
import { type RateRow, writeCaps, writeRateLines, writeRates } from './write/write-rate.ts'
import { type StandingRow, writeLotProvider, writeStandings } from './write/write-standing.ts'
import { writeTerm } from './write/write-term.ts'
import type { Writing } from './write/writing.ts'

type LotFacts = Pick<Lot, 'id' | 'serviceType' | 'capped' | 'registered'>

type Of<Write extends Effect['write']> = Extract<Effect, { write: Write }>

/** Writes what a rule decided, each kind of thing after what it rests on. */
export async function applyEffects(
  db: Db,
  writing: Writing,
  {
    effects,
    lots,
    places,
  }: { readonly effects: readonly Effect[]; readonly lots: readonly LotFacts[] } & Pick<ChangeContext, 'places'>,
): Promise<void> {
  const byId = new Map(lots.map((lot) => [lot.id, lot]))
  const lotOf = (lotId: Id): LotFacts => {
    const lot = byId.get(lotId)
    if (!lot) throw new Error('A change writes into a lot of another contract.')
    return lot
  }
  for (const effect of only(effects, 'detail')) await varyDetail(db, writing, effect)
  for (const effect of only(effects, 'option')) await decideOption(db, writing, effect)
  for (const effect of only(effects, 'term')) await writeTerm(db, writing, effect)
  const rows: StandingRow[] = []
  for (const effect of only(effects, 'standing'))
    rows.push(await standingRow(db, writing, effect, lotOf(effect.lotId), places))
  await writeStandings(db, rows)
  for (const { lotId, organisationId } of only(effects, 'lead')) {
    const leadId = organisationId && (await writeLotProvider(db, writing, { lotId, organisationId }))
    await writeLead(db, writing, { lotId, leadId })
  }
  for (const { lotId, fromOrganisationId, toOrganisationId, from } of only(effects, 'enhancements')) {
    const fromId = await writeLotProvider(db, writing, { lotId, organisationId: fromOrganisationId })
    const toId = await writeLotProvider(db, writing, { lotId, organisationId: toOrganisationId })
    await moveEnhancements(db, writing, { fromId, toId, organisationId: toOrganisationId, from })
  }
  const caps = only(effects, 'cap').map(({ lotId, cap, days }) => ({ writing, lotId, cap, held: days }))
  await writeCaps(db, caps)
  await writePrices(db, writing, only(effects, 'rate'), lotOf)
}

function only<Write extends Effect['write']>(effects: readonly Effect[], write: Write): Of<Write>[] {
  return effects.filter((effect): effect is Of<Write> => effect.write === write)
}

/** A new place rests on a registration and on an award of its own; one that goes on rests on what it did. */
async function standingRow(
  db: Db,
  writing: Writing,
  effect: StandingEffect,
  lot: LotFacts,
  places: ChangeContext['places'],
): Promise<StandingRow> {
  const { lotId, organisationId, days: held, role, rank, state } = effect
  const place = { lotId, organisationId, followsId: effect.follows }
  const lotProviderId = await writeLotProvider(db, writing, place)
  const grounds = effect.awarded
    ? {
        awardId: await awardGate(db, writing.partnershipId, organisationId, writing.at),
        registrationId: places.get(placeKey(organisationId, lot.serviceType))?.registrationId ?? null,
      }
    : await groundsOn(db, writing.partnershipId, lotProviderId, held.from)
  return {
    writing,
    lotProviderId,
    lotId,
    organisationId,
    registered: lot.registered,
    held,
    role,
    rank,
    state,
    ...grounds,
  }
}

const groundsOn = (db: Db, partnershipId: Id, lotProviderId: Id, on: IsoDate) =>
  procurement(db)
    .selectFrom('standing as s')
    .select(['s.award_id as awardId', 's.registration_id as registrationId'])
    .where('s.partnership_id', '=', partnershipId)
    .where('s.subject_id', '=', lotProviderId)
    .where(sql<boolean>`upper_inf(s.known)`)
    .orderBy(sql`s.held @> ${on}::date`, 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** Writes prices up to the next that is known, each beside the cap that it stays within. */
async function writePrices(
  db: Db,
  writing: Writing,
  effects: readonly RateEffect[],
  lotOf: (lotId: Id) => LotFacts,
): Promise<void> {
  if (effects.length === 0) return
  const caps = await capRows(db, writing.partnershipId, [...new Set(effects.map(({ lotId }) => lotId))])
  const lines = effects.map(({ lotId, rate }) => ({ writing, lotId, capped: lotOf(lotId).capped, rate }))
  const lineIds = await writeRateLines(db, lines)
  const rows: RateRow[] = []
  for (const [index, { lotId, rate, days, pence }] of effects.entries()) {
    const { capped } = lotOf(lotId)
    const lineId = lineIds[index]
    if (pence === null || lineId === undefined) continue
    const segments = capped ? segmentsUnder(caps.get(lotId) ?? [], rate, days) : [{ days, cap: null }]
    for (const segment of segments)
      rows.push({ writing, lineId, lotId, capped, held: segment.days, pence, cap: segment.cap })
  }
  await writeRates(db, rows)
}
