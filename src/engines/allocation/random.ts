/** A stream of numbers that a seed fixes. */
export interface Random {
  /** A number in [0, 1). */
  readonly unit: () => number
  /** A whole number in [0, below). */
  readonly below: (below: number) => number
}

/** The generator sfc32 (Doty-Humphrey, PractRand), seeded through splitmix32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const split = () => {
    state = (state + 0x9e3779b9) | 0
    let word = state ^ (state >>> 16)
    word = Math.imul(word, 0x21f0aaad)
    word ^= word >>> 15
    word = Math.imul(word, 0x735a2d97)
    return word ^ (word >>> 15)
  }
  let a = split()
  let b = split()
  let c = split()
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return { unit: () => next() / 4294967296, below: (below) => Math.floor((next() / 4294967296) * below) }
}
