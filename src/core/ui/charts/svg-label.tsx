import type { Label } from './label.ts'

const anchors = { start: '', middle: ' tm', end: ' te' } as const

/** A label as text in a drawing. */
export function SvgLabel({ label, tone = 't2' }: { readonly label: Label; readonly tone?: string | undefined }) {
  const { x, dx, y, anchor, text, bold, only } = label
  const names = `${bold ? 'tb' : tone}${anchors[anchor]}${only ? ` m-${only}` : ''}`
  return (
    <text class={names} x={`${round(x)}%`} dx={dx || undefined} y={round(y)}>
      {text}
    </text>
  )
}

/** Two decimals are finer than any screen. */
export const round = (value: number): number => Math.round(value * 100) / 100
