import type { WageFloor } from '../wage-floor.ts'

type Step = readonly [from: string, pounds: string, source: string]

const legal = 'UK Government, National Minimum Wage rates, GOV.UK: age 21 and over'
const real = 'Living Wage Foundation: the UK rate'
const care = 'Scottish Government: least pay for direct adult social care in commissioned services'

// Each holds until the next. The real Living Wage is from the day it was announced; employers have until 1 May to pay it.
const series: readonly {
  readonly name: string
  readonly nations: readonly WageFloor['nation'][]
  readonly binding: boolean
  readonly steps: readonly Step[]
  /** The first day for which no amount is known here; without, the last goes on. */
  readonly knownUntil?: string
}[] = [
  {
    name: 'National Living Wage',
    nations: ['scotland', 'england'],
    binding: true,
    steps: [
      ['2024-04-01', '11.44', legal],
      ['2025-04-01', '12.21', legal],
      ['2026-04-01', '12.71', legal],
    ],
  },
  {
    name: 'real Living Wage',
    nations: ['scotland', 'england'],
    binding: false,
    steps: [
      ['2023-10-24', '12.00', real],
      ['2024-10-23', '12.60', real],
      ['2025-10-22', '13.45', real],
    ],
  },
  {
    name: 'adult social care minimum',
    nations: ['scotland'],
    binding: true,
    steps: [
      ['2024-04-01', '12.00', care],
      ['2025-04-01', '12.60', `${care}, at the real Living Wage announced in October 2024`],
    ],
    knownUntil: '2026-04-01',
  },
]

/** The wage floors that are known, whole pence an hour; the last of each goes on until a later one is known, unless it says when it ends. */
export const knownWageFloors: readonly WageFloor[] = series.flatMap(
  ({ name, nations, binding, steps, knownUntil = null }) =>
    nations.flatMap((nation) =>
      steps.map(([from, pounds, source], at) => ({
        nation,
        name,
        binding,
        from,
        until: steps[at + 1]?.[0] ?? knownUntil,
        pence: Number(pounds.replace('.', '')),
        source,
      })),
    ),
)
