export interface ProgressProps {
  readonly done: number
  readonly of: number
  /** What is counted, in the plural: "parts", "sections written". */
  readonly what: string
}

/** More squares than this are one bar. */
const mostSquares = 20

/** How much of something is done: in words, and as squares filled one by one. */
export function Progress({ done, of, what }: ProgressProps) {
  const filled = Math.min(Math.max(0, done), of)
  return (
    <p class="m-progress">
      <span>
        {done} of {of} {what}
      </span>
      {of > mostSquares ? <Bar share={filled / of} /> : <Squares filled={filled} of={of} />}
    </p>
  )
}

function Squares({ filled, of }: { readonly filled: number; readonly of: number }) {
  return (
    <svg class="m-chart" width={Math.max(0, of * 16 - 4)} height="12" aria-hidden="true" focusable="false">
      {Array.from({ length: of }, (_, i) => (
        <rect class={i < filled ? 'f-ink k-ink' : 'f-none k-ink'} x={i * 16 + 0.5} y=".5" width="11" height="11" />
      ))}
    </svg>
  )
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg class="m-chart" width="192" height="12" aria-hidden="true" focusable="false">
      <rect class="f-ink" width={Math.round(share * 192)} height="12" />
      <rect class="f-none k-ink" x=".5" y=".5" width="191" height="11" />
    </svg>
  )
}
