import { type Id, randomOf } from '../../core/values/index.ts'

/** What a provider said to offers so far: how many it was asked, took whole, took in part, and how much of those parts. */
export interface PastAnswers {
  readonly organisationId: Id
  readonly asked: number
  readonly whole: number
  readonly part: number
  /** Minutes taken in part, and those that were asked then. */
  readonly partMinutes: number
  readonly partAskedMinutes: number
}

/** How much of what it is asked a provider takes, by chance and yet the same each time: of a seed, a round and the provider. */
export type DrawAnswer = (
  seed: number,
  roundId: Id,
  organisationId: Id,
) => { readonly share: number; readonly order: number }

/** So many answers of all providers stand beside a provider's own: one who was asked once is not taken at that word for ever. */
const shared = 4

/**
 * Draws answers as each provider gave them so far. The same provider gives the same answer to the same round, whoever else
 * was asked: so what differs between two courses of one seed comes from the change, and not from luck.
 */
export function drawAnswers(past: readonly PastAnswers[]): DrawAnswer {
  const all = ratesOf(past)
  const own = new Map(past.map((one) => [one.organisationId, ratesOf([one], all)]))
  return (seed, roundId, organisationId) => {
    const { whole, part, share } = own.get(organisationId) ?? all
    const chance = randomOf(`${seed} ${roundId} ${organisationId}`)
    // The first numbers of neighbouring words resemble each other.
    chance.next()
    const drawn = chance.next()
    return { share: drawn < whole ? 1 : drawn < whole + part ? share : 0, order: chance.next() }
  }
}

interface Rates {
  readonly whole: number
  readonly part: number
  readonly share: number
}

/** Nobody has answered anything yet: every other offer is taken. */
const unknown: Rates = { whole: 0.5, part: 0, share: 0.5 }

function ratesOf(past: readonly PastAnswers[], others?: Rates): Rates {
  const sum = (of: (one: PastAnswers) => number) => past.reduce((total, one) => total + of(one), 0)
  const beside = others ? shared : 0
  const asked = sum((one) => one.asked) + beside
  if (asked === 0) return unknown
  const rate = (own: number, of: number | undefined) => (own + beside * (of ?? 0)) / asked
  const partAsked = sum((one) => one.partAskedMinutes)
  return {
    whole: rate(
      sum((one) => one.whole),
      others?.whole,
    ),
    part: rate(
      sum((one) => one.part),
      others?.part,
    ),
    share: partAsked === 0 ? (others?.share ?? unknown.share) : sum((one) => one.partMinutes) / partAsked,
  }
}
