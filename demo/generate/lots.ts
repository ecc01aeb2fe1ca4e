import { type Random, randomOf } from '../../src/core/values/index.ts'
import { csvOf } from './csv.ts'
import type { History } from './history.ts'
import { type LotAsked, lotsAsked, type Price } from './lots-asked.ts'
import type { Provider } from './services.ts'

/** One invented provider in a lot. */
interface Place {
  readonly asked: LotAsked
  readonly provider: Provider
  readonly rank: number | null
  /** It joined after the contract began, or left before it ends: the day. */
  readonly joined: string
  readonly left: string
}

const lotColumns =
  'contract,lot,name,service,areas,needs_lead,provider,provider_number,role,rank,from,until,state'.split(',')
const rateColumns =
  'contract,lot,provider,basis,unit,visit_minutes,day_type,level,includes,yearly_units,cap,rate,from'.split(',')

/** Who stands in which lot, and what each charges: made up from the invented registers, the same each time. */
export function lotFiles(
  history: History,
  others: readonly History[],
): { readonly lots: string; readonly rates: string } {
  const slug = history.council.partnership
  const random = randomOf(`lots of ${slug}`)
  const places = placesOf(random, history, others)
  return { lots: csvOf(lotColumns, lotRows(places)), rates: csvOf(rateColumns, rateRows(random, places)) }
}

function placesOf(random: Random, history: History, others: readonly History[]): Place[] {
  const taken = new Map<string, Set<string>>()
  const shared = namesOfSeveral(others)
  return (lotsAsked.get(history.council.partnership) ?? []).flatMap((asked) => {
    const key = asked.contracts.join()
    const used = taken.get(key) ?? new Set<string>()
    taken.set(key, used)
    const own = providersOf(random, history, asked)
    const near = others
      .filter((other) => other !== history && other.council.regulator === history.council.regulator)
      .flatMap((other) => providersOf(random, other, asked))
    // Of their own area first; each stands once in a contract, as far as there are enough of them.
    const free = unique([...own, ...near]).filter(({ number, name }) => !used.has(number) && !shared.has(name))
    return free.slice(0, asked.providers).map((provider, at): Place => {
      used.add(provider.number)
      const moves = slugMoves(asked, at)
      return { asked, provider, rank: asked.ranked ? at + 1 : null, ...moves }
    })
  })
}

/** Lancashire's framework lets providers join and leave in its term: in some lots one did. */
const slugMoves = ({ contracts, lot }: LotAsked, at: number) => ({
  joined: contracts.includes('LAN-HC') && at === 3 ? '2026-04-01' : '',
  left: contracts.includes('LAN-HC') && at === 4 && Number(lot) % 2 === 0 ? '2026-06-30' : '',
})

function providersOf(random: Random, { pictures }: History, { kinds, sector }: LotAsked): Provider[] {
  const services = pictures.at(-1)?.services ?? []
  const fitting = services.filter(
    ({ kind, provider }) => kinds.includes(kind) && (provider.sector === 'council') === (sector === 'council'),
  )
  return random.shuffled(unique(fitting.map(({ provider }) => provider)))
}

/** Names that chance gave to two providers: a price list could not tell them apart. */
function namesOfSeveral(histories: readonly History[]): ReadonlySet<string> {
  const providers = unique(
    histories.flatMap(({ pictures }) => (pictures.at(-1)?.services ?? []).map((one) => one.provider)),
  )
  const seen = new Set<string>()
  return new Set(providers.filter(({ name }) => seen.has(name) || !seen.add(name)).map(({ name }) => name))
}

const unique = (providers: readonly Provider[]): Provider[] => [
  ...new Map(providers.map((provider) => [provider.number, provider])).values(),
]

const lotRows = (places: readonly Place[]) =>
  places.flatMap(({ asked, provider, rank, joined, left }) =>
    asked.contracts.map((contract) => [
      contract,
      asked.lot,
      asked.name,
      asked.service,
      asked.areas.join('; '),
      asked.needsLead ? 'yes' : 'no',
      provider.name,
      provider.number,
      asked.role,
      rank,
      joined,
      left,
      '',
    ]),
  )

/** A tendered price lies within 6% of the middle, in whole pence, and never above its cap. */
function tendered(random: Random, { pence = 0, cap }: Price): number {
  const price = Math.round(pence * (0.94 + random.next() * 0.12))
  return cap === undefined ? price : Math.min(price, cap)
}

const pounds = (pence: number | undefined) => (pence === undefined ? '' : (pence / 100).toFixed(2))

function rateRows(random: Random, places: readonly Place[]) {
  const seen = new Set<string>()
  return places.flatMap(({ asked, provider, joined }) =>
    asked.prices.flatMap((price) => {
      const shared = price.basis !== 'tendered'
      const once = [asked.contracts.join(), asked.lot, price.unit, price.level].join('|')
      if (shared && seen.has(once)) return []
      seen.add(once)
      const pence = shared ? price.pence : tendered(random, price)
      // As printed, no contract has prices: only those that are live today are given some.
      return asked.contracts
        .filter(isLive)
        .map((contract) => [
          contract,
          asked.lot,
          shared ? '' : provider.name,
          price.basis,
          price.unit,
          price.visitMinutes ?? '',
          price.dayType ?? 'any',
          price.level ?? '',
          price.includes ?? '',
          Math.round(price.units),
          pounds(price.cap),
          pounds(pence),
          joined,
        ])
    }),
  )
}

const isLive = (contract: string): boolean => !/-20\d\d$/.test(contract)
