import type { Id, IsoDate } from '../../src/core/values/index.ts'
import type { AskedChange, Change } from '../../src/procurement/change.ts'
import type { ChangeContext } from '../../src/procurement/changes/change-context.ts'
import { laidOver } from '../../src/procurement/changes/days.ts'
import type { Effect } from '../../src/procurement/changes/effect.ts'
import type { Contract, Lot, Standing } from '../../src/procurement/contract.ts'
import { sampleDetail } from './sample-contract.ts'

/** Identifiers of a contract that is only thought of: `org('a')`. */
export const org = (letter: string): Id => `00000000-0000-7000-8000-00000000000${letter}`

const standing = (letter: string, role: Standing['role'], rank: number | null): Standing => ({
  lotProviderId: `place-${letter}`,
  organisationId: org(letter),
  organisation: `Example ${letter.toUpperCase()}`,
  role,
  rank,
  state: 'active',
  from: '2025-04-01',
  until: null,
})

/** A lot with a lead, a fallback and one of equals, each with a price under a cap of £25. */
export const plainLot: Lot = {
  id: 'lot-1',
  number: '1',
  name: 'Example ward',
  serviceType: 'care-at-home',
  areas: ['S12000040'],
  needsLead: true,
  capped: true,
  registered: true,
  standings: [standing('a', 'lead', 1), standing('b', 'fallback', 2), standing('c', 'framework', null)],
  rateLines: ['a', 'b', 'c'].map((letter, index) => ({
    id: `line-${letter}`,
    lotId: 'lot-1',
    organisationId: org(letter),
    basis: 'tendered',
    unit: 'hour',
    visitMinutes: null,
    dayType: 'any',
    level: '',
    includes: '',
    yearlyUnits: 1000,
    rates: [{ from: '2025-04-01', until: null, pence: 2100 + 100 * index }],
  })),
}

/** Three years from April 2025, with two options of a year. */
export const plainContract: Contract = {
  id: 'contract-1',
  reference: 'WL-CON-00001',
  version: 1,
  stage: 'awarded',
  published: true,
  followsId: null,
  sharedFrom: null,
  source: null,
  detail: sampleDetail,
  terms: [{ from: '2025-04-01', until: '2028-04-01', state: 'agreed', origin: 'initial', optionId: null }],
  options: ['2028', '2029'].map((year, index) => ({
    id: `option-${index + 1}`,
    position: index + 1,
    from: `${year}-04-01`,
    until: `${Number(year) + 1}-04-01`,
    decideBy: null,
    decision: 'open',
    decidedOn: null,
  })),
  lots: [plainLot],
}

/** A world in which everyone may be placed, but for those named otherwise. */
export function plainContext(over: Partial<ChangeContext> = {}): ChangeContext {
  const places = new Map<string, { allowed: true; duty: null; registrationId: Id }>()
  for (const letter of 'abcdef')
    for (const service of ['', 'care-at-home', 'day-care'])
      places.set(`${org(letter)} ${service}`, { allowed: true, duty: null, registrationId: 'registration' })
  return {
    through: 'people',
    places,
    names: new Map([...'abcdef'].map((letter) => [org(letter), `Example ${letter.toUpperCase()}`])),
    registered: new Set(['care-at-home']),
    caps: new Map([
      ['lot-1', [{ unit: 'hour', visitMinutes: null, dayType: 'any', pence: 2500, from: '2025-04-01', until: null }]],
    ]),
    ...over,
  }
}

/** A change asked of the plain contract. */
export const ask = (change: Change, effectiveOn: IsoDate = '2026-06-01'): AskedChange => ({
  change,
  effectiveOn,
  reason: 'Agreed with the provider',
  documentId: null,
  baseVersion: 1,
})

/** A contract after what a rule decided: what the writers do, without a database. */
export function afterEffects(contract: Contract, effects: readonly Effect[]): Contract {
  let now = contract
  for (const effect of effects) now = afterEffect(now, effect)
  return now
}

function afterEffect(contract: Contract, effect: Effect): Contract {
  if (effect.write === 'term') {
    const { days, state, origin, option } = effect
    return { ...contract, terms: laidOver(contract.terms, [{ ...days, state, origin, optionId: option?.id ?? null }]) }
  }
  if (effect.write === 'option') {
    const decided = { decision: effect.decision, decidedOn: effect.on }
    const options = contract.options.map((one) => (one.id === effect.optionId ? { ...one, ...decided } : one))
    return { ...contract, options }
  }
  if (effect.write !== 'standing') return contract
  const { organisationId, days, role, rank, state } = effect
  const place = { ...standing(organisationId.at(-1) ?? '', role, rank), ...days, state }
  return withLot(contract, effect.lotId, (lot) => {
    const isIts = (one: Standing) => one.organisationId === organisationId
    const others = lot.standings.filter((one) => !isIts(one))
    return { ...lot, standings: [...others, ...laidOver(lot.standings.filter(isIts), [place])] }
  })
}

const withLot = (contract: Contract, lotId: Id, change: (lot: Lot) => Lot): Contract => ({
  ...contract,
  lots: contract.lots.map((lot) => (lot.id === lotId ? change(lot) : lot)),
})
