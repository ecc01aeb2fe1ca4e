import { randomOf } from '../../src/core/values/index.ts'
import { csvOf } from './csv.ts'
import { daysAfter } from './dates.ts'
import type { History } from './history.ts'
import { englishKinds, type Kind, scottishKinds } from './kinds.ts'

/** Purchases for one person outside every lot: where, how many, and what they are to move to or stand in for. */
interface SpotAsked {
  readonly partnership: string
  readonly prefix: string
  readonly service: string
  readonly careGroup: string
  readonly kinds: readonly Kind[]
  readonly purchases: number
  readonly weeklyPence: number
  /** Hours a week, from and to; none where a place is bought. */
  readonly hours?: readonly [number, number]
  readonly outOfArea?: true
  readonly insteadOf?: string
  readonly movesTo?: string
}

const asked: readonly SpotAsked[] = [
  {
    partnership: 'west-lothian',
    prefix: 'WL-AR',
    service: 'care-home-adults',
    careGroup: 'learning-disabilities',
    kinds: [scottishKinds.learning, scottishKinds.mental, scottishKinds.physical],
    purchases: 14,
    weeklyPence: 168_000,
  },
  {
    partnership: 'inverclyde',
    prefix: 'INV-AR',
    service: 'care-home-adults',
    careGroup: 'learning-disabilities',
    kinds: [scottishKinds.learning],
    purchases: 9,
    weeklyPence: 131_000,
    outOfArea: true,
    movesTo: 'INV-AR-NAT',
  },
  {
    partnership: 'lancashire',
    prefix: 'LAN-HC',
    service: 'care-at-home',
    careGroup: 'older-people',
    kinds: [englishKinds.home],
    purchases: 60,
    weeklyPence: 2600,
    hours: [5, 24],
    insteadOf: 'LAN-HC',
  },
]

const reasons = [
  'No provider of the lot had room',
  'Nobody could come at the times that were wanted',
  'Too far to travel',
  'Two care workers were needed at once',
] as const
const columns =
  'reference,provider,provider_number,service,area,person,care_group,from,until,weekly_hours,weekly_cost,out_of_area,instead_of,reason,moves_to,reviewed,moved'.split(
    ',',
  )
const until = '2026-11-01'

/** The spot purchases of a partnership, made up; undefined where its documents tell of none. */
export function spotFile({ council, pictures }: History, all: readonly History[]): string | undefined {
  const wanted = asked.find(({ partnership }) => partnership === council.partnership)
  if (!wanted) return undefined
  const random = randomOf(`spot purchases of ${council.partnership}`)
  const grounds = council.grounds.filter(({ code }) => code !== '')
  const sources = wanted.outOfArea ? all.filter((one) => one.council !== council) : [{ pictures }]
  const providers = sources
    .flatMap((one) => one.pictures.at(-1)?.services ?? [])
    .filter(({ kind, provider }) => wanted.kinds.includes(kind) && provider.sector !== 'council')
    .map(({ provider }) => provider)
  const rows = Array.from({ length: wanted.purchases }, (_, at) => {
    const provider = random.pick(providers)
    const from = daysAfter(until, -random.between(10, wanted.insteadOf ? 330 : 1500))
    const hours = wanted.hours ? random.between(...wanted.hours) : null
    const reviewed = wanted.movesTo && random.chance(0.7) ? daysAfter(until, -random.between(60, 300)) : ''
    const number = String(at + 1).padStart(3, '0')
    return [
      `${wanted.prefix}-${number}`,
      provider.name,
      provider.number,
      wanted.service,
      grounds.length > 0 ? random.pick(grounds).code : council.code,
      `P-${council.partnership.slice(0, 2).toUpperCase()}-${number}`,
      wanted.careGroup,
      from,
      '',
      hours,
      ((hours ?? 1) * Math.round(wanted.weeklyPence * (0.9 + random.next() * 0.3)) * 0.01).toFixed(2),
      wanted.outOfArea ? 'yes' : 'no',
      wanted.insteadOf ?? '',
      wanted.insteadOf ? random.pick(reasons) : 'Bought as needed',
      wanted.movesTo ?? '',
      reviewed,
      reviewed && random.chance(0.6) ? daysAfter(reviewed, random.between(10, 50)) : '',
    ]
  })
  return csvOf(columns, rows)
}
