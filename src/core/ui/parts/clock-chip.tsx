import type { Content } from '../govuk/index.ts'
import { type ClockTimes, clockState } from './clock-state.ts'

export interface ClockChipProps extends ClockTimes {
  /** What is due: "answer", "first visit". "Due" alone says an answer. */
  readonly what?: string | undefined
}

/** How long is left, until when, and how much has gone; pressing under a quarter of an hour, solid once late. */
export function ClockChip({ what, ...times }: ClockChipProps) {
  const { kind, words, spoken, due, gone } = clockState(times)
  const said = kind === 'late' ? 'was due' : 'due'
  return (
    <div class={`m-clock m-clock--${kind}`}>
      <span aria-hidden="true">{words}</span>
      <span class="m-vh">{spoken}, </span>
      <small>
        {what ? `${what} ` : ''}
        {said} <time datetime={times.due.toISOString()}>{due}</time>
      </small>
      {kind !== 'late' && gone !== undefined ? <ClockBar gone={gone} soon={kind === 'soon'} /> : null}
    </div>
  )
}

export interface StoppedClockProps {
  /** "Paused", "Starts today", "No steps left". */
  readonly words: string
  /** Why, or what comes next: "question from provider". */
  readonly why: Content
  /** Solid madder: someone must act, though no clock runs. */
  readonly late?: boolean | undefined
}

/** In place of a clock that does not run: paused, not begun, or at an end. */
export function StoppedClock({ words, why, late }: StoppedClockProps) {
  return (
    <div class={late ? 'm-clock m-clock--late' : 'm-clock'}>
      {words}
      <small>{why}</small>
    </div>
  )
}

function ClockBar({ gone, soon }: { readonly gone: number; readonly soon: boolean }) {
  return (
    <svg class="m-chart" width="96" height="5" aria-hidden="true" focusable="false">
      <rect class="f-rest" width="96" height="5" />
      <rect class={soon ? 'f-need' : 'f-ink'} width={Math.round(gone * 96)} height="5" />
    </svg>
  )
}
