import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract, newProvider, sampleAward, sampleLot } from '../../../test/support/sample-contract.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { awardGate, suspendProvider } from '../../providers/index.ts'
import { procurement } from '../schema/index.ts'
import { awardContract } from './commands/award-contract.ts'
import { inWords } from './commands/refused-by-database.ts'

/** Every rule of a contract is bypassed here, by an officer's own hand in the tables: the database says no by itself. */
let database: Database
let world: Awaited<ReturnType<typeof awardedContract>>
let changeId: Id
beforeAll(async () => {
  database = await openNew()
  world = await awardedContract(database)
  const { rows } = await byHand<{ id: Id }>(
    sql`select id from contract_change where contract_id = ${world.contract.id}`,
  )
  changeId = rows[0]?.id ?? ''
})
afterAll(() => database.close())

const byHand = <Row>(statement: RawBuilder<Row>) =>
  asActor(database, world.officer, (db) => statement.execute(procurement(db)))
const lot = () => {
  const [found] = world.contract.lots
  if (!found) throw new Error('No lot.')
  return found
}
const known = '[2026-05-01 09:00+00,)'

const term = (held: string, origin = 'variation', option: { id: Id; days: string } | null = null) =>
  byHand(sql`insert into contract_term (partnership_id, id, subject_id, state, origin, option_id, option_days, change_id, held, known)
    values (${world.partnership.id}, ${newId()}, ${world.contract.id}, 'agreed', ${origin}, ${option?.id ?? null},
      ${option?.days ?? null}, ${changeId}, ${held}, ${known})`)

test('two terms for one day', async () => {
  await expect(term('[2028-03-31,2028-06-01)')).rejects.toThrow(/contract_term.*excl/)
})

test('an extension beyond its option, or of days that its option has not', async () => {
  const [option] = world.contract.options
  const id = option?.id ?? ''
  const days = '[2028-04-01,2029-04-01)'
  await expect(term('[2028-04-01,2029-04-02)', 'extension', { id, days })).rejects.toThrow('an_extension_stays_within')
  await expect(term('[2028-04-01,2029-04-01)', 'extension')).rejects.toThrow('an_extension_stays_within')
  const longer = { id, days: '[2028-04-01,2031-04-01)' }
  await expect(term('[2028-04-01,2029-04-02)', 'extension', longer)).rejects.toThrow('foreign key')
})

test('an option that overlaps another', async () => {
  const insert =
    byHand(sql`insert into extension_option (partnership_id, id, contract_id, position, days, decision, known_from)
    values (${world.partnership.id}, ${newId()}, ${world.contract.id}, 3, '[2029-06-01,2031-04-01)', 'open', now())`)
  await expect(insert).rejects.toThrow(/extension_option.*excl/)
})

const openWith = (needsLead: boolean, leadId: Id | null) =>
  byHand(sql`update open_lot set needs_lead = ${needsLead}, lead_id = ${leadId}
    where partnership_id = ${world.partnership.id} and lot_id = ${lot().id}`)

test('an open lot without the lead that it needs, though it says that it needs none, or names one of another lot', async () => {
  await expect(openWith(true, null)).rejects.toThrow('an_open_lot_has_the_lead_it_needs')
  await expect(openWith(false, null)).rejects.toThrow('foreign key')
  await expect(openWith(true, newId())).rejects.toThrow('foreign key')
})

async function place(
  organisationId: Id,
  over: { role?: string; rank?: number | null; registered?: boolean; registrationId?: Id | null } = {},
) {
  const { role = 'additional', rank = null, registered = true, registrationId = null } = over
  await asActor(database, world.officer, async (db) => {
    const lotProviderId = newId()
    const awardId = await awardGate(db, world.partnership.id, organisationId, new Date('2026-05-02T09:00:00Z'))
    await procurement(db)
      .insertInto('lot_provider')
      .values({
        partnership_id: world.partnership.id,
        id: lotProviderId,
        lot_id: lot().id,
        contract_id: world.contract.id,
        organisation_id: organisationId,
        follows_id: null,
        published: false,
      })
      .execute()
    await sql`insert into standing (partnership_id, id, subject_id, contract_id, lot_id, organisation_id, role, rank, state,
        registered, registration_id, award_id, change_id, held, known)
      values (${world.partnership.id}, ${newId()}, ${lotProviderId}, ${world.contract.id}, ${lot().id}, ${organisationId},
        ${role}, ${rank}, 'active', ${registered}, ${registrationId}, ${awardId}, ${changeId}, '[2026-06-01,)', ${known})`.execute(
      procurement(db),
    )
  })
}
const registrationOf = async (organisationId: Id) => {
  const { rows } = await byHand<{ id: Id }>(
    sql`select id from organisation_registration where organisation_id = ${organisationId} limit 1`,
  )
  return rows[0]?.id ?? ''
}

test('one rank twice, and a second lead', async () => {
  const registrationId = await registrationOf(world.other.id)
  await expect(place(world.other.id, { rank: 2, registrationId })).rejects.toThrow('one_provider_a_rank')
  await expect(place(world.other.id, { role: 'lead', registrationId })).rejects.toThrow('one_lead_a_lot')
  const sentence = inWords(() => place(world.other.id, { rank: 2, registrationId }))
  await expect(sentence).rejects.toMatchObject({
    kind: 'conflict',
    message: 'Two providers of one lot would have the same rank.',
  })
})

test('a provider who is not registered, is registered as someone else, or of whom it is said that it need not be', async () => {
  const stranger = await newProvider(database, { registered: false })
  await expect(place(stranger.id)).rejects.toThrow('a_registered_service_has_a_registered_provider')
  await expect(place(stranger.id, { registered: false })).rejects.toThrow('foreign key')
  const others = await registrationOf(world.other.id)
  await expect(place(stranger.id, { registrationId: others })).rejects.toThrow('foreign key')
})

test('a provider with whom placing is suspended', async () => {
  const { partnership, officer } = world
  const provider = await newProvider(database)
  await asActor(database, officer, (db) =>
    suspendProvider(db, officer, {
      partnershipId: partnership.id,
      organisationId: provider.id,
      from: '2026-05-01',
      until: null,
      reason: 'Concerns',
      at: new Date('2026-05-01T12:00:00Z'),
    }),
  )
  const registrationId = await registrationOf(provider.id)
  await expect(place(provider.id, { registrationId })).rejects.toMatchObject({ kind: 'conflict' })
  const gate = byHand(sql`insert into placement_gate (partnership_id, id, organisation_id, kind, during, reason)
    values (${partnership.id}, ${newId()}, ${provider.id}, 'award', '[2026-05-02 09:00+00,2026-05-02 09:00+00]', '')`)
  await expect(gate).rejects.toThrow('nothing_is_awarded_while_suspended')
})

test('of an award and a suspension at one instant, one stands', async () => {
  const { partnership, commissioner } = world
  const provider = await newProvider(database)
  const at = new Date('2026-05-03T09:00:00Z')
  const award = sampleAward([sampleLot([provider.id])])
  const [awarded, suspended] = await Promise.allSettled([
    asActor(database, commissioner, (db) =>
      awardContract(db, commissioner, {
        partnership,
        award,
        effectiveOn: '2026-06-01',
        reason: 'Tender',
        through: 'award',
        at,
      }),
    ),
    asActor(database, commissioner, (db) =>
      suspendProvider(db, commissioner, {
        partnershipId: partnership.id,
        organisationId: provider.id,
        from: '2026-05-03',
        until: null,
        reason: 'Concerns',
        at,
      }),
    ),
  ])
  const stand = [
    awarded.status === 'fulfilled' && awarded.value.outcome === 'applied',
    suspended.status === 'fulfilled' && suspended.value.outcome === 'suspended',
  ]
  expect(stand.filter(Boolean)).toHaveLength(1)
})

const rate = (over: { pence: number; capped?: boolean; capPence?: number | null; held?: string }) =>
  byHand(sql`insert into rate (partnership_id, id, subject_id, contract_id, lot_id, pence, capped, cap_id, cap_pence, change_id, held, known)
    select ${world.partnership.id}, ${newId()}, l.id, l.contract_id, l.lot_id, ${over.pence}, ${over.capped ?? true},
      c.id, ${over.capPence === undefined ? 2500 : over.capPence}, ${changeId}, ${over.held ?? '[2020-01-01,2020-02-01)'}, ${known}
    from rate_line l join price_cap c on c.lot_id = l.lot_id where l.lot_id = ${lot().id} limit 1`)

test('a rate above its cap, beside a cap that is not so high, or without one', async () => {
  await expect(rate({ pence: 2501 })).rejects.toThrow('no_rate_above_its_cap')
  await expect(rate({ pence: 2501, capPence: 3000 })).rejects.toThrow('foreign key')
  await expect(rate({ pence: 2501, capPence: null })).rejects.toThrow('no_rate_above_its_cap')
  await expect(rate({ pence: 2501, capped: false })).rejects.toThrow('foreign key')
})

test('a rate under the higher cap of another lot', async () => {
  const dear = await awardedContract(
    database,
    {},
    { caps: [{ unit: 'hour', visitMinutes: null, dayType: 'any', pence: 9000 }] },
  )
  const [theirs] = dear.contract.lots
  const award = sampleAward([
    sampleLot([world.lead.id, world.fallback.id], {
      caps: [{ unit: 'hour', visitMinutes: null, dayType: 'any', pence: 9000 }],
    }),
  ])
  const outcome = await asActor(database, world.commissioner, (db) =>
    awardContract(db, world.commissioner, {
      partnership: world.partnership,
      award,
      effectiveOn: award.term.from,
      reason: 'Tender',
      through: 'award',
      at: new Date('2026-05-04T09:00:00Z'),
    }),
  )
  if (outcome.outcome !== 'applied') throw new Error('Not awarded.')
  const under = (contractId: Id) =>
    byHand(sql`insert into rate (partnership_id, id, subject_id, contract_id, lot_id, pence, capped, cap_id, cap_pence, change_id, held, known)
      select ${world.partnership.id}, ${newId()}, l.id, l.contract_id, l.lot_id, 9000, true, c.id, c.pence, ${changeId},
        '[2020-01-01,2020-02-01)', ${known}
      from rate_line l, price_cap c join lot o on o.partnership_id = c.partnership_id and o.id = c.lot_id
      where l.lot_id = ${lot().id} and o.contract_id = ${contractId} limit 1 returning id`)
  await expect(under(outcome.contractId)).rejects.toThrow('a_rate_is_under_a_cap_of_its_lot')
  // Another partnership's are not even seen.
  expect((await under(theirs ? dear.contract.id : '')).rows).toEqual([])
})

test('two rates on one day', async () => {
  await expect(rate({ pence: 2000, held: '[2026-01-01,2026-02-01)' })).rejects.toThrow(/rate.*excl/)
})

test('an approval without authority, above it, under that of another kind, or as if it were an import', async () => {
  const { rows } = await byHand<{ id: Id; kind: string; limit: number }>(
    sql`select id, kind, limit_pence::float8 as limit from authority where role = 'contracts-officer' and kind = 'extension'`,
  )
  const [authority] = rows
  if (!authority) throw new Error('No authority.')
  const applied = (over: {
    value?: number
    authorityId?: Id | null
    limit?: number
    kind?: string
    version?: number
    role?: string | null
  }) =>
    byHand(sql`insert into contract_change (partnership_id, id, contract_id, kind, state, base_version, version, effective_on,
        reason, asked, value_pence, proposed_at, decided_at, authority_id, authority_limit, authority_role)
      values (${world.partnership.id}, ${newId()}, ${world.contract.id}, ${over.kind ?? 'extension'}, 'applied', 1,
        ${over.version ?? 2}, '2026-06-01', 'By hand', '{}', ${over.value ?? 100}, now(), now(),
        ${over.authorityId === undefined ? authority.id : over.authorityId}, ${over.limit ?? authority.limit},
        ${over.role === undefined ? 'contracts-officer' : over.role})`)
  await expect(applied({ authorityId: null })).rejects.toThrow('approved_with_authority')
  await expect(applied({ value: authority.limit + 1 })).rejects.toThrow('approved_with_authority')
  await expect(applied({ value: authority.limit + 1, limit: authority.limit + 2 })).rejects.toThrow('foreign key')
  await expect(applied({ kind: 'variation' })).rejects.toThrow('foreign key')
  await expect(applied({ version: 3 })).rejects.toThrow('next_version')
  await expect(applied({ kind: 'import', authorityId: null })).rejects.toThrow('row-level security')
  // An officer's own authority, said to be a commissioner's, and a commissioner's, whoever it is said to be.
  await expect(applied({ role: null })).rejects.toThrow('approved_with_authority')
  await expect(applied({ role: 'commissioner' })).rejects.toThrow('row-level security')
  const { rows: others } = await byHand<{ id: Id; limit: number }>(
    sql`select id, limit_pence::float8 as limit from authority where role = 'commissioner' and kind = 'extension'`,
  )
  const commissioners = { authorityId: others[0]?.id ?? '', limit: others[0]?.limit ?? 0 }
  await expect(applied({ ...commissioners, role: 'commissioner' })).rejects.toThrow('row-level security')
  await expect(applied({ ...commissioners, role: 'contracts-officer' })).rejects.toThrow('foreign key')
})

test('two changes that made the same version', async () => {
  const again =
    byHand(sql`insert into contract_change select partnership_id, ${newId()}::uuid, contract_id, kind, state,
      base_version, version, effective_on, reason, asked, value_pence, document_id, proposed_by, proposed_at, decided_by,
      decided_at, authority_id, authority_limit, decision_words, 'contracts-officer'
    from contract_change where id = ${changeId}`)
  await expect(again).rejects.toThrow(/unique constraint/)
})

test('an officer of another partnership reaches nothing of it', async () => {
  const stranger = await awardedContract(database)
  const reached = await asActor(database, stranger.officer, (db) =>
    procurement(db).updateTable('contract').set({ version: 9 }).where('id', '=', world.contract.id).executeTakeFirst(),
  )
  expect(reached.numUpdatedRows).toBe(0n)
})
