import { canonicalJson, sha256 } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import { decisionOf, isReplayed, type KeptDecision } from '../kept-decision.ts'
import type { PassedOver } from '../rules/passed-over.ts'

type Decided = Pick<KeptDecision, 'input' | 'decision'>

/** What of a payload may be given to a challenger, and whether anything of it was kept back. */
export interface Shown {
  readonly payload: unknown
  readonly withheld: boolean
}

/**
 * A payload without what is sensitive in the trade of those who were looked at: prices, hours placed and free, and when
 * each was asked. That they were compared stands: each one's place by each of these, what came of it, and a seal on the
 * figures, by which they can be proved one provider at a time. Whether the rule comes to the same end is told of the whole.
 */
export function withoutCommerce(payload: unknown, salt: string): Shown {
  const decided = decisionOf(payload)
  if (decided) {
    const { input, decision } = decided
    const { candidates, ...others } = input
    const shown = candidates.map((candidate) => candidateShown(candidate, candidates, salt))
    const fields = { replays: isReplayed(decided), input: { ...others, candidates: shown } }
    return {
      payload: { ...(payload as object), ...fields, decision: decisionShown(decided, decision) },
      withheld: true,
    }
  }
  if (typeof payload !== 'object' || payload === null || !('hourlyPence' in payload))
    return { payload, withheld: false }
  const { hourlyPence: _, ...rest } = payload
  return { payload: rest, withheld: true }
}

/** What only the provider itself and the partnership know. */
const figuresOf = ({
  hourlyPence,
  weeklyPence,
  priceWhy,
  placedMinutes,
  lastAskedAt,
  freeMinutes,
  hindrance,
}: Candidate) => ({
  ...{ hourlyPence, weeklyPence, priceWhy, placedMinutes, lastAskedAt, freeMinutes, hindrance },
})

/** What opens the seal on one provider's figures of an entry, and no other's. */
export const keyOfSeal = (
  salt: string,
  { organisationId, place }: Pick<Candidate, 'organisationId' | 'place'>,
): string => sha256(`${salt}.${organisationId}.${place?.lotId ?? ''}`)

/** The seal on a provider's figures: whoever has its key and the figures can make it again. */
export const sealOf = (key: string, candidate: Candidate): string =>
  sha256(`${key}.${canonicalJson(JSON.parse(JSON.stringify(figuresOf(candidate))))}`)

function candidateShown(candidate: Candidate, all: readonly Candidate[], salt: string) {
  const { organisationId, organisation, place, inHouse, grade, distance } = candidate
  const placeBy = (of: (one: Candidate) => number | null) => {
    const own = of(candidate)
    return own === null ? null : 1 + all.filter((one) => (of(one) ?? own) < own).length
  }
  return {
    ...{ organisationId, organisation, place, inHouse, grade, distance },
    /** The first place is the lowest price, the fewest hours placed, the longest since it was asked. */
    placeBy: {
      price: placeBy(({ hourlyPence }) => hourlyPence),
      hoursPlaced: placeBy(({ placedMinutes }) => placedMinutes),
      asked: placeBy(({ lastAskedAt }) => (lastAskedAt === null ? 0 : Date.parse(lastAskedAt))),
    },
    sealed: sealOf(keyOfSeal(salt, candidate), candidate),
  }
}

const passedShown = ({ sentence: _, ...passed }: PassedOver) => passed

/** The decision with who was asked and who was not, and the kind of reason for each. */
function decisionShown({ input }: Decided, decision: Decided['decision']) {
  if (decision.kind === 'wait') return decision
  const passedOver = decision.passedOver.map(passedShown)
  if (decision.kind === 'exhausted') return { ...decision, passedOver }
  const comparedBy = input.rule.steps[decision.step - 1]?.order ?? null
  const { why: _why, ...rest } = decision
  if (rest.kind === 'send') return { ...rest, passedOver, comparedBy }
  const { hourlyPence: _hourly, weeklyPence: _weekly, ...approval } = rest
  return { ...approval, passedOver, comparedBy }
}
