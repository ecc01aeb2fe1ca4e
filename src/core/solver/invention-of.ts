import type { Invention } from '../../engines/allocation/index.ts'
import { invalid } from '../errors/index.ts'

/** What can be said of a made-up problem: the least and most, and what holds where nothing is said. */
const settings = {
  packages: { least: 1, most: 200_000, whole: true, usual: undefined },
  providers: { least: 1, most: 5_000, whole: true, usual: undefined },
  tightness: { least: 0.05, most: 5, whole: false, usual: 0.7 },
  seed: { least: 0, most: 2_147_483_647, whole: true, usual: 1 },
} as const

const names = Object.keys(settings) as (keyof typeof settings)[]

/** Reads `packages=5000,providers=100,tightness=0.7,seed=1`, or refuses it with a sentence. */
export function inventionOf(text: string): Invention {
  const told = new Map<string, number>()
  for (const part of text.split(',')) {
    const [name = '', value = '', ...more] = part.split('=').map((word) => word.trim())
    const setting = names.find((one) => one === name)
    if (setting === undefined || more.length > 0)
      throw invalid(`“${part.trim()}” is not understood: what is made up is told as ${names.join('=…,')}=….`)
    if (told.has(name)) throw invalid(`${name} is told twice.`)
    const { least, most, whole } = settings[setting]
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most) || (whole && !Number.isInteger(number)))
      throw invalid(`${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, and is “${value}”.`)
    told.set(name, number)
  }
  const one = (name: keyof typeof settings): number => {
    const value = told.get(name) ?? settings[name].usual
    if (value === undefined) throw invalid(`What is made up needs ${name}, as in packages=300,providers=60.`)
    return value
  }
  return { packages: one('packages'), providers: one('providers'), tightness: one('tightness'), seed: one('seed') }
}
