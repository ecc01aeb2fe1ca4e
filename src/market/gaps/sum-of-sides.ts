import { gapFigureId } from './figure-id.ts'
import { type SumAnswer, sumOfParts } from './gap.ts'
import { amountOf, type Side } from './side.ts'
import type { Named } from './volume.ts'

interface Of {
  readonly area: { readonly code: string; readonly name: string }
  readonly service: Named
  readonly measure: 'need' | 'supply'
}

/** The sum of the areas that make up an area, by the first way to cut it in which every part is known; else why there is none. */
export function sumOfSides(
  of: Of,
  cuts: readonly (readonly (Side | null)[])[],
): { readonly side: Side | null; readonly remark: string | null } {
  let remark: string | null = null
  for (const sides of cuts) {
    const known = sides.flatMap((side) => side ?? [])
    if (known.length === 0) continue
    const sum = sumOfParts(sides.map((side) => side && amountOf(side)))
    if (sum.kind === 'sum' || sum.kind === 'hidden') return { side: sideOfSum(of, sum, known), remark: null }
    remark = remarkOn(of, sum.kind, known.length, sides.length)
  }
  return { side: null, remark }
}

function remarkOn({ measure }: Of, kind: Exclude<SumAnswer['kind'], 'sum' | 'hidden'>, known: number, all: number) {
  const what = measure === 'need' ? 'Need' : 'Supply'
  const where = `the ${all} areas, so it is not added up.`
  return {
    'part-not-known': `${what} is known in ${known} of ${where}`,
    'units-differ': `${what} is counted in different units in ${where}`,
    'periods-differ': `${what} is of different times in ${where}`,
  }[kind]
}

function sideOfSum(
  { area, service, measure }: Of,
  sum: Extract<SumAnswer, { kind: 'sum' | 'hidden' }>,
  parts: readonly Side[],
): Side | null {
  const [first] = parts
  if (!first) return null
  const cited = parts.flatMap(({ figure }) => figure.sources).map((one) => [`${one.key} ${one.locus}`, one] as const)
  return {
    on: first.on,
    origin: 'sum',
    figure: {
      ...first.figure,
      id: gapFigureId({ measure, area: area.code, service: service.key, forecast: false }),
      measure,
      area: { code: area.code, name: area.name },
      value: sum.kind === 'sum' ? sum.value : null,
      interval: null,
      method: `The sum of ${parts.length} areas: ${parts.map(({ figure }) => figure.area.name).join(', ')}.`,
      sources: [...new Map(cited).values()],
      status: 'derived',
      note: [...new Set(parts.flatMap(({ figure }) => figure.note ?? []))].join(' ') || null,
      suppressed: sum.kind === 'hidden',
    },
    rows: (part) => parts.flatMap((side) => side.rows(part)),
  }
}
