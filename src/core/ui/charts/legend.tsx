import type { LegendEntry } from './tile-class.ts'

/** What the grounds of tiles and cells mean, in their order. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul class="m-key" aria-label="Key">
      {entries.map(({ text, tileClass }) => (
        <li class={tileClass}>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
