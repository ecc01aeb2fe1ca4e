import { number } from '../../core/ui/format.ts'

/** What is counted, for one and for several. */
export interface Noun {
  readonly one: string
  readonly many: string
}

/** The verb after it, for one and for several: is, are. */
export type Verb = Noun

const are: Verb = { one: 'is', many: 'are' }

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count of a few in words, of more in digits: "three", "12". */
export const countWords = (count: number): string => words[count] ?? number(count)

/** A count with what is counted: "one service", "12 services"; "no services" of none. */
export const counted = (count: number, noun: Noun): string =>
  `${count === 0 ? 'no' : countWords(count)} ${count === 1 ? noun.one : noun.many}`

/** Fractions that people say, the simplest first. */
const fractions = [2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((of) =>
  Array.from({ length: of - 1 }, (_, at) => ({ of, part: at + 1 })).filter(
    // Of sixths to tenths only the first and the last are said.
    ({ part }) => of < 6 || part === 1 || (of === 10 && part === 9),
  ),
)

/** So near must a fraction be, as a share of the whole. */
const near = 0.02

/** A part of a whole as a sentence begins with it: "Two services in three are", "Half of the homes are", "All 12 services are". */
export function shareOf(part: number, whole: number, noun: Noun, verb: Verb = are): string {
  if (part >= whole) return `${allOf(whole, noun)} ${whole === 1 ? verb.one : verb.many}`
  if (part <= 0) return `None of the ${countWords(whole)} ${noun.many} ${verb.one}`
  if (whole <= words.length - 1) return fewOf(part, whole, noun, verb)
  const share = part / whole
  const off = (one: { readonly part: number; readonly of: number }) => Math.abs(share - one.part / one.of)
  const [fraction] = fractions.filter((one) => off(one) <= near).toSorted((a, b) => off(a) - off(b))
  if (!fraction) return `${Math.max(1, Math.round(share * 100))}% of the ${noun.many} ${verb.many}`
  const about = off(fraction) < 1e-9 ? '' : 'about '
  if (fraction.of === 2) return upperFirst(`${about}half of the ${noun.many} ${verb.many}`)
  const [said, agrees] = fraction.part === 1 ? [noun.one, verb.one] : [noun.many, verb.many]
  return upperFirst(`${about}${words[fraction.part]} ${said} in ${words[fraction.of]} ${agrees}`)
}

const allOf = (whole: number, { one, many }: Noun): string =>
  whole === 1 ? `The only ${one}` : whole === 2 ? `Both ${many}` : `All ${countWords(whole)} ${many}`

const fewOf = (part: number, whole: number, { many }: Noun, verb: Verb): string =>
  upperFirst(`${countWords(part)} of the ${countWords(whole)} ${many} ${part === 1 ? verb.one : verb.many}`)

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
