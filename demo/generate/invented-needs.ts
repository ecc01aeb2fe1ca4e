import { type Random, randomOf } from '../../src/core/values/index.ts'
import { csvOf } from './csv.ts'
import type { Council, Ground } from './grounds.ts'
import { type History, lastDay } from './history.ts'
import { type NeedAsked, needsAsked } from './needs-asked.ts'

const columns = [
  ...['key', 'service', 'area', 'role', 'label', 'finding', 'period', 'value', 'unit', 'basis'],
  ...['method', 'source', 'status', 'note'],
]

const [thisYear, forecastYear] = ['2025', '2030']
const method = 'Made up by the demonstration: supply times a share that chance moves.'
const note = 'Invented for the demonstration.'

interface Amount {
  readonly area: Pick<Ground, 'code' | 'name'>
  readonly supply: number
  readonly need: number
  readonly later: number
}

/** Invented need beside invented supply, by place and service, as a file of volumes. */
export function inventedNeeds(history: History): string {
  const { council } = history
  const rows = (needsAsked[council.partnership] ?? []).flatMap((asked) => {
    const random = randomOf(`need of ${council.partnership} for ${asked.service}`)
    const parts = groundsOf(council).map((ground) => amountIn(history, asked, ground, random))
    const whole = council.grounds.some(({ code }) => code !== '') ? [wholeOf(council, parts)] : []
    return [...whole, ...parts].flatMap((amount) => rowsOf(asked, amount))
  })
  return csvOf(columns, rows)
}

/** The places a council is cut by here: its wards or districts, else itself. */
const groundsOf = ({ code, name, grounds }: Council): readonly Pick<Ground, 'code' | 'name' | 'weight'>[] =>
  grounds.every((one) => one.code !== '') ? grounds : [{ code, name, weight: 1 }]

function amountIn(
  { council, pictures }: History,
  asked: NeedAsked,
  area: Pick<Ground, 'code' | 'name' | 'weight'>,
  random: Random,
): Amount {
  const registered = (pictures.find(({ day }) => day === lastDay)?.services ?? [])
    .filter(({ kind, ground }) => asked.kinds.includes(kind) && (ground.code === area.code || ground.code === ''))
    .reduce((total, { places }) => total + (places ?? 0), 0)
  const weights = groundsOf(council).reduce((total, { weight }) => total + weight, 0)
  const supply =
    typeof asked.supply === 'number'
      ? rounded((asked.supply * area.weight * (0.88 + 0.24 * random.next())) / weights)
      : registered
  const share = asked.named?.[area.code] ?? asked.share + (random.next() - 0.5) * 0.24
  // Where the register has nothing, some people still need it.
  const least = asked.supply === 'register' || asked.supply === 'kinds' ? random.between(6, 12) : 10
  const need = rounded(Math.max(supply * share, least))
  return { area, supply, need, later: rounded(need * (1 + asked.growth + (random.next() - 0.5) * 0.06)) }
}

const wholeOf = ({ code, name }: Council, parts: readonly Amount[]): Amount => {
  const sum = (key: 'supply' | 'need' | 'later') => parts.reduce((total, part) => total + part[key], 0)
  return { area: { code, name }, supply: sum('supply'), need: sum('need'), later: sum('later') }
}

/** As exact as something that is made up may look. */
const rounded = (value: number): number => (value >= 1000 ? Math.round(value / 50) * 50 : Math.round(value))

function rowsOf(asked: NeedAsked, { area, supply, need, later }: Amount) {
  const { service, words, unit, unitWords } = asked
  const label = words.charAt(0).toUpperCase() + words.slice(1)
  const told = (value: number, one: 'needs' | 'has', many: 'need' | 'have') => {
    const number = value.toLocaleString('en-GB')
    return unit === 'people'
      ? `${number} people in ${area.name} ${many} ${words}`
      : `${area.name} ${one} ${number} ${unitWords} ${words}`
  }
  const row = (role: 'need' | 'supply', period: string, value: number, basis: string, finding: string) => [
    ...[`invented-${service}`, service, area.code, role, `${label}, ${role === 'need' ? 'needed' : 'there is'}`],
    ...[finding, period, value, unit, basis],
    ...[method, 'invented-needs', 'caution', note],
  ]
  return [
    row('need', thisYear, need, 'estimate', told(need, 'needs', 'need')),
    // The register says itself what it has.
    ...(asked.supply === 'register'
      ? []
      : [
          row(
            'supply',
            thisYear,
            supply,
            'estimate',
            supply === 0 ? `${area.name} has no ${words}` : told(supply, 'has', 'have'),
          ),
        ]),
    row('need', forecastYear, later, 'forecast', `By ${forecastYear}, ${told(later, 'needs', 'need')}`),
  ]
}
