import type { Figure } from '../figure.ts'

/** What may stand beside a figure's number: the sentence that it supports. */
type Told = Figure & { readonly finding?: string }

/** What a hidden number says of itself. */
export const hiddenWords = (limit: number): string =>
  `[c] hidden: fewer than ${limit} people, or could be worked out from the rest.`

/** A figure without its number, and without words that tell it. */
export function hiddenFigure<F extends Told>(figure: F, words: string): F {
  const label = withoutNumber(figure.label, figure.value)
  return {
    ...figure,
    label,
    value: null,
    interval: null,
    comparator: null,
    suppressed: true,
    note: words,
    method: /\d/.test(figure.method) ? 'Not told here: it would tell the number.' : figure.method,
    // The sentence was written around the number; nothing of it is safe.
    ...(figure.finding === undefined ? {} : { finding: `${label}, ${figure.area.name}: the number is hidden` }),
  }
}

/** A figure that is shown, without words that tell a hidden number beside it. */
export function besideHidden<F extends Told>(figure: F, hidden: readonly number[]): F {
  const tells = (text: string | null | undefined): boolean =>
    text !== null && text !== undefined && hidden.some((value) => value !== figure.value && tellsNumber(text, value))
  const { comparator } = figure
  const against = comparator && (hidden.includes(comparator.value ?? -1) || tells(comparator.label))
  const finding = tells(figure.finding) ? { finding: `${figure.label}, ${figure.area.name}` } : {}
  const method = tells(figure.method) ? { method: 'Not told here: it tells a number that is hidden.' } : {}
  const note = tells(figure.note) ? { note: 'The note is left out: it tells a number that is hidden.' } : {}
  return { ...figure, ...finding, ...method, ...note, ...(against ? { comparator: null } : {}) }
}

const numberWords = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
]

/** Whether a text has a number in it, in digits or as a word. */
function tellsNumber(text: string, value: number): boolean {
  const digits = (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')))
  const word = numberWords[value]
  return digits.includes(value) || (word !== undefined && new RegExp(`\\b${word}\\b`, 'i').test(text))
}

const withoutNumber = (label: string, value: number | null): string =>
  value !== null && tellsNumber(label, value) ? 'People that this measure counts' : label
