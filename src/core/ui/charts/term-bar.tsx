import type { VNode } from 'preact'
import type { IsoDate } from '../../values/index.ts'
import { round } from './svg-label.tsx'
import { type Term, type TermPiece, type TermWindow, termLayout, termYears } from './term-layout.ts'

export interface TermBarProps {
  readonly term: Term
  readonly window: TermWindow
  readonly today: IsoDate
  /** The same in words; `termWords` makes them from the dates. */
  readonly alternative: string
}

const middle = 9
const thick = 16
const height = 34

/** An agreement over the years: solid agreed, dashed an option, grey planned, and the days on which something is due. */
export function TermBar({ term, window, today, alternative }: TermBarProps) {
  const { pieces, years, today: now, safeStart, decision } = termLayout(term, window, today)
  return (
    <svg class="m-chart m-term" width="100%" height={height} role="img" aria-label={alternative}>
      {years.map(({ x }) => (
        <line class="k-rule w1" x1={`${round(x)}%`} x2={`${round(x)}%`} y1="0" y2={height} />
      ))}
      {pieces.map((piece) => (
        <Piece piece={piece} />
      ))}
      {pieces
        .slice(1)
        .map(({ kind, x }) =>
          kind === 'option' ? null : <line class="k-paper w2" x1={at(x)} x2={at(x)} y1={middle} y2={middle + thick} />,
        )}
      {now === undefined ? null : <line class="k-ink w2" x1={at(now)} x2={at(now)} y1="0" y2={height} />}
      {safeStart ? (
        <svg x={at(safeStart.x)} y="2" overflow="visible" aria-hidden="true">
          <path class={`${safeStart.passed ? 'f-need' : 'f-ink'} k-paper w1`} d="M-8 0H8L0 13z" />
        </svg>
      ) : null}
      {decision === undefined ? null : (
        <svg x={at(decision)} y={middle} overflow="visible" aria-hidden="true">
          <path class="f-ink k-paper w1" d="m0 0 8 8-8 8-8-8z" />
        </svg>
      )}
    </svg>
  )
}

const at = (x: number): string => `${round(x)}%`

const inks = { agreed: 'f-supply', planned: 'f-grey' } as const

function Piece({ piece: { kind, x, width, goesOn } }: { readonly piece: TermPiece }) {
  const across = { x: at(x), width: at(width) }
  if (kind === 'option') {
    return <rect class="f-paper k-supply w2 dash" {...across} y={middle + 1} height={thick - 2} />
  }
  return (
    <>
      <rect class={inks[kind]} {...across} y={middle} height={thick} />
      {goesOn ? (
        <svg x="100%" y={middle} overflow="visible" aria-hidden="true">
          <path class="f-paper" d="M-9 0h10v8zM1 8v8h-10z" />
        </svg>
      ) : null}
    </>
  )
}

export interface TermScaleProps {
  readonly window: TermWindow
}

/** The years above a column of term bars; its heading says "Term", so they are not read out. */
export function TermScale({ window }: TermScaleProps) {
  return (
    <svg class="m-chart m-term" width="100%" height="18" aria-hidden="true" focusable="false">
      {termYears(window).map(({ year, x }) => (
        <text class={x > 88 ? 't2 te' : 't2'} x={x > 88 ? '100%' : at(x)} y="14">
          {year}
        </text>
      ))}
    </svg>
  )
}

/** What the marks of a term bar mean; above the first of them. */
export function TermKey({ day = 'Today' }: { readonly day?: string | undefined }) {
  return (
    <ul class="m-keys" aria-label="Key">
      <li>
        <Swatch>
          <rect class="f-supply" width="26" height="14" />
        </Swatch>
        Agreed
      </li>
      <li>
        <Swatch>
          <rect class="f-paper k-supply w2 dash" x="1" y="1" width="24" height="12" />
        </Swatch>
        Option to extend
      </li>
      <li>
        <Swatch>
          <rect class="f-grey" width="26" height="14" />
        </Swatch>
        What follows, planned
      </li>
      <li>
        <Swatch narrow>
          <path class="f-ink" d="m7 0 7 7-7 7-7-7z" />
        </Swatch>
        Decision, as planned
      </li>
      <li>
        <Swatch narrow>
          <path class="f-ink" d="M0 1h14L7 13z" />
        </Swatch>
        Latest safe start
      </li>
      <li>
        <Swatch narrow>
          <path class="f-need" d="M0 1h14L7 13z" />
        </Swatch>
        Safe start passed
      </li>
      <li>
        <Swatch narrow>
          <line class="k-ink w2" x1="7" x2="7" y1="0" y2="14" />
        </Swatch>
        {day}
      </li>
    </ul>
  )
}

function Swatch({ narrow, children }: { readonly narrow?: boolean | undefined; readonly children: VNode }) {
  return (
    <svg class="m-chart" width={narrow ? 14 : 26} height="14" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}
