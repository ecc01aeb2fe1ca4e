import { sql } from 'kysely'
import { ownerOf } from '../../src/core/db/database.ts'
import type { Database } from '../../src/core/db/index.ts'
import type { Id } from '../../src/core/values/index.ts'

/** How much a made-up register of contracts holds. */
export interface ContractsSize {
  readonly contracts: number
  /** Areas below the council, each with a lot of each service; a service has one lot of the whole council besides. */
  readonly areas: number
  readonly services: readonly string[]
  readonly providersInLot: number
  readonly linesOfLot: number
}

/** How many lots that makes. */
export const lotsOf = ({ areas, services }: ContractsSize): number => (areas + 1) * services.length

/** An identifier that is the same each time, by kind and number; spread as chance would, which the exclusion indexes need. */
const idOf = (kind: string, number: string) => sql.raw(`md5('${kind}' || (${number}))::uuid`)

const [contract, change, lot, place, line, organisation] = [
  'contract',
  'change',
  'lot',
  'place',
  'line',
  'organisation',
]

const organisations = 500

/** The code of a made-up area. */
export const areaCode = (number: number): string => `made-up/${number}`

/**
 * Fills a partnership's register as awards would leave it: every contract with its words and a term, lots with one lead
 * each, a fallback lot a service for the whole council, price lists of the lots' own providers. What is of a lot is
 * written together, as one award writes it.
 */
export async function makeContracts(
  database: Database,
  { id: partnership, council }: { readonly id: Id; readonly council: string },
  size: ContractsSize,
): Promise<void> {
  const { contracts, services, areas, providersInLot, linesOfLot } = size
  const lots = lotsOf(size)
  const each = (alias: string, count: number) => sql`generate_series(0, ${count - 1}::integer) as ${sql.ref(alias)}`
  const known = sql`'[2026-01-05,)'::tstzrange`
  const held = sql`'[2026-04-01,)'::daterange`
  const service = sql`(${[...services]}::text[])[1 + n % ${services.length}]`
  // Provider `p` of lot `n`.
  const who = `n * 7 + p * 31`
  const run = (statement: ReturnType<typeof sql>) => statement.execute(ownerOf(database))
  await run(sql`insert into area (code, name, kind, nation, reference)
    select ${areaCode(0).slice(0, -1)} || a, 'Made-up area ' || a, 'ward', 'scotland', false from ${each('a', areas)}`)
  await run(sql`insert into area_parent (hierarchy, code, parent)
    select 'made-up', ${areaCode(0).slice(0, -1)} || a, ${council} from ${each('a', areas)}`)
  await run(sql`insert into organisation (id, name, created_at)
    select ${idOf(organisation, 'o')}, 'Made-up provider ' || o, now() from ${each('o', organisations)}`)
  await run(sql`insert into organisation_registration (id, organisation_id, regulator, provider_number, told_at)
    select ${idOf(organisation, 'o')}, ${idOf(organisation, 'o')}, 'care-inspectorate', 'SP' || o, now() from ${each('o', organisations)}`)
  // Each provider was awarded something many times.
  await run(sql`insert into placement_gate (partnership_id, id, organisation_id, kind, during, reason)
    select ${partnership}, ${idOf(organisation, `o * 100 + t`)}, ${idOf(organisation, 'o')}, 'award',
      tstzrange(timestamptz '2026-01-05' + make_interval(mins => t), timestamptz '2026-01-05' + make_interval(mins => t), '[]'), ''
    from ${each('o', organisations)}, ${each('t', 60)}`)
  await run(sql`insert into contract (partnership_id, id, reference, version, stage, created_at)
    select ${partnership}, ${idOf(contract, 'n')}, 'BM-CON-' || lpad(n::text, 5, '0'), 1, 'awarded', now() from ${each('n', contracts)}`)
  await run(sql`insert into contract_change (partnership_id, id, contract_id, kind, state, base_version, version,
      effective_on, reason, asked, value_pence, proposed_at, decided_at)
    select ${partnership}, ${idOf(change, 'n')}, ${idOf(contract, 'n')}, 'import', 'applied', 0, 1, '2026-04-01', 'Made up', '{}', 0, now(), now()
    from ${each('n', contracts)}`)
  await run(sql`insert into contract_detail (partnership_id, id, subject_id, title, kind, service_type_key, care_groups,
      decided_by, allocation, monitoring, note, yearly_pence, yearly_basis, change_id, held, known)
    select ${partnership}, ${idOf(contract, 'n')}, ${idOf(contract, 'n')}, 'Made-up contract ' || n,
      case when n < ${lots} then 'framework' else 'spot' end, ${service}, '{}', 'partnership', '', '', '',
      100000 + n, 'budget', ${idOf(change, 'n')}, ${held}, ${known} from ${each('n', contracts)}`)
  await run(sql`insert into contract_term (partnership_id, id, subject_id, state, origin, change_id, held, known)
    select ${partnership}, ${idOf(contract, 'n')}, ${idOf(contract, 'n')}, 'agreed', 'initial', ${idOf(change, 'n')},
      daterange('2026-04-01', (date '2028-04-01' + n % 1000)), ${known} from ${each('n', contracts)}`)
  await run(sql`insert into lot (partnership_id, id, contract_id, position, number, name, service_type_key, needs_lead, capped, registered)
    select ${partnership}, ${idOf(lot, 'n')}, ${idOf(contract, 'n')}, 0, '1', 'Made-up lot', ${service}, false, false, true from ${each('n', lots)}`)
  await run(sql`insert into lot_provider (partnership_id, id, lot_id, contract_id, organisation_id)
    select ${partnership}, ${idOf(place, `n * 100 + p`)}, ${idOf(lot, 'n')}, ${idOf(contract, 'n')}, ${idOf(organisation, `(${who}) % ${organisations}`)}
    from ${each('n', lots)}, ${each('p', providersInLot)} order by n, p`)
  await run(
    sql`insert into open_lot (partnership_id, lot_id, needs_lead) select ${partnership}, ${idOf(lot, 'n')}, false from ${each('n', lots)}`,
  )
  // Lot `n` is of service `n % services`, in area `n / services`; the last round is of the whole council.
  await run(sql`insert into lot_area (partnership_id, lot_id, area_code, service_type_key)
    select ${partnership}, ${idOf(lot, 'n')},
      case when n / ${services.length} < ${areas} then ${areaCode(0).slice(0, -1)} || n / ${services.length} else ${council} end, ${service}
    from ${each('n', lots)}`)
  await run(sql`insert into standing (partnership_id, id, subject_id, contract_id, lot_id, organisation_id, role, rank, state,
      registered, registration_id, award_id, change_id, held, known)
    select ${partnership}, ${idOf(place, `n * 100 + p`)}, ${idOf(place, `n * 100 + p`)}, ${idOf(contract, 'n')}, ${idOf(lot, 'n')},
      ${idOf(organisation, `(${who}) % ${organisations}`)},
      case when n / ${services.length} >= ${areas} then 'fallback' when p = 0 then 'lead' else 'framework' end, p + 1, 'active', true,
      ${idOf(organisation, `(${who}) % ${organisations}`)}, ${idOf(organisation, `((${who}) % ${organisations}) * 100 + n % 60`)}, ${idOf(change, 'n')}, ${held}, ${known}
    from ${each('n', lots)}, ${each('p', providersInLot)} order by n, p`)
  const lineOf = `n * 1000 + i`
  await run(sql`insert into rate_line (partnership_id, id, contract_id, lot_id, organisation_id, basis, unit, visit_minutes,
      day_type, level, includes, capped)
    select ${partnership}, ${idOf(line, lineOf)}, ${idOf(contract, 'n')}, ${idOf(lot, 'n')},
      ${idOf(organisation, `(n * 7 + (i % ${providersInLot}) * 31) % ${organisations}`)}, 'tendered', 'hour', nullif(15 * (i / ${providersInLot}), 0), 'any', '', '', false
    from ${each('n', lots)}, ${each('i', linesOfLot)} order by n, i`)
  await run(sql`insert into rate (partnership_id, id, subject_id, contract_id, lot_id, pence, capped, change_id, held, known)
    select ${partnership}, ${idOf(line, lineOf)}, ${idOf(line, lineOf)}, ${idOf(contract, 'n')}, ${idOf(lot, 'n')},
      1900 + (n + i) % 500, false, ${idOf(change, 'n')}, ${held}, ${known} from ${each('n', lots)}, ${each('i', linesOfLot)} order by n, i`)
  await run(sql`analyze`)
}
