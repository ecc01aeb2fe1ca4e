import { number, signedPercent } from '../format.ts'
import { safeUrl } from '../safe-url.ts'
import { gapClass, type TileClass } from './tile-class.ts'

/** Supply against need: in per cent and as a count, both below nought when short; what is known without both; or why there is none. */
export type GapFigure =
  | { readonly percent: number; readonly count: number }
  | { readonly words: string; readonly note: string }
  | { readonly hidden: 'c' | 'x' }

export interface GapCellProps {
  readonly figure: GapFigure
  /** Where and what, before the figure for those who hear it: "Sample area, home care". */
  readonly of: string
  /** The parts it is made of. */
  readonly href: string
  readonly current?: boolean | undefined
}

/** The ground and the words of a gap: the sign and "short" or "spare" always stand with the colour. */
export function gapWords(figure: GapFigure): {
  readonly tileClass: TileClass
  readonly value: string
  readonly note: string
} {
  if ('hidden' in figure) {
    return { tileClass: 'd-x', value: `[${figure.hidden}]`, note: figure.hidden === 'c' ? 'hidden' : 'not collected' }
  }
  if ('words' in figure) return { tileClass: 'd-x', value: figure.words, note: figure.note }
  const tileClass = gapClass(figure.percent)
  const many = number(Math.abs(figure.count))
  const note = tileClass === 'd-0' ? 'in balance' : figure.percent < 0 ? `${many} short` : `${many} spare`
  return { tileClass, value: signedPercent(figure.percent), note }
}

/** One gap as a link to what it is made of. */
export function GapCell({ figure, of, href, current }: GapCellProps) {
  const { tileClass, value, note } = gapWords(figure)
  return (
    <a class={`m-gapcell ${tileClass}`} href={safeUrl(href)} aria-current={current ? 'true' : undefined}>
      <span class="m-vh">{of}: </span>
      <span>
        <b>{value}</b> <small>{note}</small>
      </span>
    </a>
  )
}
