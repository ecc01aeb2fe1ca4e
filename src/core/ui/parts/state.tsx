import type { VNode } from 'preact'

/** What has been done, is under way, comes later, was stopped, or needs someone. */
export type StateKind = 'done' | 'current' | 'planned' | 'stopped' | 'attention'

// Each differs in shape, so that a state reads in black and white.
const glyphs: { readonly [kind in StateKind]: VNode } = {
  done: <path d="M2 8.5 6.5 13 14 3.5" />,
  current: <path class="is-solid" d="M3 3h10v10H3z" />,
  planned: <path d="M3 3h10v10H3z" />,
  stopped: <path d="M3 3l10 10M13 3 3 13" />,
  attention: <path class="is-solid" d="M8 2.5 14 13H2z" />,
}

export interface StateProps {
  readonly kind: StateKind
  readonly word: string
}

/** A state as a glyph with its word; never a colour alone. */
export function State({ kind, word }: StateProps) {
  return (
    <span class={kind === 'attention' ? 'm-state m-c-need' : 'm-state'}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {glyphs[kind]}
      </svg>
      {word}
    </span>
  )
}
