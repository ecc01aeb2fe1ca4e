import type { Content } from '../govuk/index.ts'
import { State, type StateProps } from './state.tsx'

export interface Offer {
  readonly who: string
  /** Their place within the step: "Turn 1 of 2". */
  readonly place?: string | undefined
  readonly state: StateProps
  readonly note?: Content | undefined
}

export interface LadderStep {
  /** "Step 1. Lead provider for the lot" */
  readonly heading: string
  readonly kind: 'past' | 'current' | 'next'
  /** Says in words how the step stands: "asked Monday 14:10", "not asked yet". */
  readonly note: string
  readonly offers: readonly Offer[]
}

export interface OfferLadderProps {
  /** Names the list: "Steps of the offer". */
  readonly label: string
  readonly steps: readonly LadderStep[]
  /** The headings' level: one below that of the heading above. */
  readonly level?: 2 | 3 | 4 | undefined
}

/** The widest step stands last, so the steps before it are set in by so many tenths, up to five. */
const mostSetIn = 5

/** The steps of an offer, each wider than the one above as it reaches more providers. */
export function OfferLadder({ label, steps, level = 3 }: OfferLadderProps) {
  return (
    <ol class="m-ladder" aria-label={label}>
      {steps.map((step, i) => (
        <Rung step={step} level={level} setIn={Math.min(mostSetIn, steps.length - 1 - i)} />
      ))}
    </ol>
  )
}

interface RungProps {
  readonly step: LadderStep
  readonly level: 2 | 3 | 4
  readonly setIn: number
}

function Rung({ step: { heading, kind, note, offers }, level, setIn }: RungProps) {
  const Heading = `h${level}` as const
  return (
    <li class={`m-rung m-rung--${kind} m-in-${setIn}`} aria-current={kind === 'current' ? 'step' : undefined}>
      <div class="m-rung__head">
        <Heading>{heading}</Heading>
        <p>{note}</p>
      </div>
      {offers.map(({ who, place, state, note: said }) => (
        <div class="m-offer">
          <p>
            <strong>{who}</strong>
            {place ? <span>{place}</span> : null}
          </p>
          <p>
            <State {...state} />
          </p>
          {said ? <p class="m-2">{said}</p> : null}
        </div>
      ))}
    </li>
  )
}
