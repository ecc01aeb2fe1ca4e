import type { RateLine } from '../../rate-line.ts'
import { pricesPath } from '../../rates/paths.ts'
import { lineWords } from '../../rates/price-words.ts'

interface LineNameProps {
  readonly slug: string
  readonly reference: string
  readonly lotNumber: string
  readonly line: Pick<RateLine, 'unit' | 'visitMinutes' | 'dayType' | 'level'>
  readonly organisation: string | null
}

/** Whose price it is, of what, and where it stands. */
export function LineName({ slug, reference, lotNumber, line, organisation }: LineNameProps) {
  return (
    <>
      {organisation ?? 'Every provider of the lot'}
      <small class="m-under">
        {lineWords(line)},{' '}
        <a href={pricesPath(slug, reference, { lot: lotNumber })}>
          {reference}
          {lotNumber === '' ? '' : ` lot ${lotNumber}`}
        </a>
      </small>
    </>
  )
}
