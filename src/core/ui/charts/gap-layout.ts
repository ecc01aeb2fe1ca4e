/** In per cent of the bar: supply solid, what is missing hatched, and where need ends when there is more than enough. */
export interface GapLayout {
  readonly solid: number
  readonly hatched: number
  readonly needAt: number | undefined
}

/** A bar as wide as need, filled by supply; where supply is more, as wide as supply with a mark at need. Undefined without both. */
export function gapLayout(need: number | null, supply: number | null): GapLayout | undefined {
  if (need === null || supply === null) return undefined
  if (need < 0 || supply < 0) throw new RangeError(`Need and supply are counts, not ${need} and ${supply}`)
  const widest = Math.max(need, supply)
  if (widest === 0) return { solid: 0, hatched: 0, needAt: undefined }
  if (supply > need) return { solid: 100, hatched: 0, needAt: (need / supply) * 100 }
  return { solid: (supply / need) * 100, hatched: ((need - supply) / need) * 100, needAt: undefined }
}
