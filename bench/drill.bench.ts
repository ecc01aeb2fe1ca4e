import type { CareGiven, CareOption, DrillGround } from '../src/brokerage/drills/drill-ground.ts'
import { drillKind } from '../src/brokerage/drills/drill-jobs.ts'
import { drillProblem } from '../src/brokerage/drills/drill-problem.ts'
import { bands } from '../src/brokerage/visit-line.ts'
import { solveInWorker } from '../src/core/solver/index.ts'
import { randomOf } from '../src/core/values/index.ts'
import { digits, printTable, verdict } from './support/print.ts'

/** Seconds for a whole drill, once its ground is read. */
const bound = 5
const [people, providers, areas] = [600, 100, 24]

const rows: (string | number)[][] = []
let slowest = 0
for (const [what, othersMayMove] of [
  ['everyone else locked', false],
  ['others may move', true],
] as const) {
  for (const policy of ['strict', 'priced'] as const) {
    const ground = invented(7, othersMayMove)
    const asked = {
      organisationId: 'closing',
      part: { kind: 'all' as const },
      called: 'Example Care Ltd',
      closesOn: ground.closesOn,
      othersMayMove,
      policy,
      seed: 1,
      residents: null,
      othersFullPercent: null,
    }
    const began = performance.now()
    const result = await drillKind.work(
      { ground, asked },
      { solve: solveInWorker, signal: new AbortController().signal, progress: async () => {} },
    )
    const seconds = (performance.now() - began) / 1000
    slowest = Math.max(slowest, seconds)
    const { total, moved, refused, gap } = result
    const lost = moved.filter(({ to }) => to === null).length
    rows.push([
      `${what}, ${policy}`,
      digits(drillProblem(ground).problem.packages.length),
      digits(total.placedPeople),
      digits(total.people - total.placedPeople),
      digits(moved.length),
      lost,
      refused,
      digits(100 * gap, 2),
      digits(seconds, 2),
    ])
    if (lost > 0) throw new Error('Somebody of another provider lost their care.')
  }
}
printTable(
  `A drill of ${people} people and ${providers} providers`,
  ['drill', 'in the problem', 'placed', 'nobody', 'moved', 'lost care', 'refused', 'gap %', 'seconds'],
  rows,
)
console.log(`Slowest ≤ ${bound} s: ${verdict(slowest <= bound)}`)

/** A closing of some size: neighbouring areas, tight evenings, two carers now and then. */
function invented(seed: number, othersMayMove: boolean): DrillGround {
  const random = randomOf(`drill ${seed}`)
  const cell = (provider: number, area: number) => `p${provider} care-at-home a${area}`
  const serves = (provider: number, area: number) => (area - (provider % areas) + areas) % areas < 4
  const minutes = () => {
    const times = random.weighted([
      [1, 3],
      [2, 4],
      [3, 3],
      [4, 2],
    ])
    const chosen = random.shuffled([0, 1, 3, 4]).slice(0, times)
    const carers = random.chance(0.15) ? 2 : 1
    return {
      twoCarers: carers === 2,
      minutes: bands.map((_, band) => (chosen.includes(band) ? 7 * 15 * random.between(1, 3) * carers : 0)),
    }
  }
  const care = (name: string, area: number, own?: number): CareGiven => {
    const asked = minutes()
    const week = asked.minutes.reduce((sum, one) => sum + one, 0)
    const options = Array.from({ length: providers }, (_, provider) => provider)
      .filter((provider) => provider !== 0 && (serves(provider, area) || provider === own))
      .map(
        (provider): CareOption => ({
          organisationId: `p${provider}`,
          pence: Math.round((week * random.between(2000, 2600)) / 60),
          rank: 1 + (provider % 6),
          cell: cell(provider, area),
        }),
      )
    return {
      package: name,
      placement: `${name}-1`,
      serviceType: 'care-at-home',
      area: `a${area}`,
      organisationId: own === undefined ? 'closing' : `p${own}`,
      level: { name: 'Critical', place: random.between(0, 3), of: 4 },
      inHospital: random.chance(0.05),
      pence: Math.round((week * 2200) / 60),
      options,
      notAsked: 0,
      ...asked,
    }
  }
  const affected = Array.from({ length: people }, (_, at) => care(`EX-PKG-${at}`, at % areas))
  const others = othersMayMove
    ? Array.from({ length: 2000 }, (_, at) => {
        const area = at % areas
        const near = Array.from({ length: providers - 1 }, (_, one) => one + 1).filter((one) => serves(one, area))
        return care(`EX-PKG-1${at}`, area, random.pick(near))
      })
    : []
  return {
    closesOn: '2027-01-04',
    affected,
    others,
    othersLocked: othersMayMove ? 0 : 2000,
    cells: Array.from({ length: providers - 1 }, (_, one) => one + 1).flatMap((provider) =>
      Array.from({ length: areas }, (_, area) => area)
        .filter(
          (area) =>
            serves(provider, area) ||
            others.some((one) => one.organisationId === `p${provider}` && one.area === `a${area}`),
        )
        .map((area) => ({
          key: cell(provider, area),
          organisationId: `p${provider}`,
          serviceType: 'care-at-home',
          minutes: bands.map(() => 15 * random.between(0, 60)),
        })),
    ),
    names: {},
    areas: {},
    services: {},
    homes: [],
    otherHomes: [],
    homeResidents: 0,
    waiting: 0,
  }
}
