import { first, type Mistake, type Typed } from '../../core/forms/index.ts'
import { type Band, bands } from '../visit-line.ts'

/** Hours a week that one provider can't give in one area: a slip of the keyboard. */
const mostHours = 20_000

/** Carers' minutes a week from hours as they are typed; what is left empty is none. */
export function readHours(
  typed: Typed,
  fieldOf: (band: Band) => string,
): { readonly minutes: Readonly<Record<Band, number>>; readonly mistakes: readonly Mistake[] } {
  const read = bands.map((band) => ({ band, minutes: minutesTyped(first(typed, fieldOf(band))) }))
  return {
    minutes: Object.fromEntries(read.map(({ band, minutes }) => [band, minutes ?? 0])) as Record<Band, number>,
    mistakes: read.flatMap(({ band, minutes }): Mistake[] =>
      minutes === undefined
        ? [
            {
              field: fieldOf(band),
              sentence: `Hours in the ${band} must be a number from 0 to ${mostHours.toLocaleString('en-GB')}, such as 12 or 7.5`,
            },
          ]
        : [],
    ),
  }
}

function minutesTyped(typed: string): number | undefined {
  if (typed === '') return 0
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(typed)) return undefined
  // In hundredths of an hour, for binary fractions don't hold them.
  const [whole = '0', part = ''] = typed.split('.')
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return hundredths > mostHours * 100 ? undefined : Math.round((hundredths * 60) / 100)
}
