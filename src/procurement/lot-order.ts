import { longDate } from '../core/ui/format.ts'
import type { Id, IsoDate } from '../core/values/index.ts'
import type { Lot, Standing, TermPiece } from './contract.ts'
import { holdsOn, inOrder } from './standing.ts'

/** A lot that serves an area, with its contract and everyone who stands or stood in it. */
export interface ServingLot extends Pick<Lot, 'id' | 'number' | 'name'> {
  readonly contract: { readonly id: Id; readonly reference: string; readonly title: string }
  readonly terms: readonly Pick<TermPiece, 'from' | 'until' | 'state'>[]
  /** The area that the lot serves: the one asked for, or one that it lies in. */
  readonly area: string
  /** The area asked for. */
  readonly askedArea: string
  readonly standings: readonly Standing[]
}

/** That a partnership places nothing with an organisation on the day. */
export interface PlacingSuspended {
  readonly organisationId: Id
  /** The last day; null until it is lifted. */
  readonly lastDay: IsoDate | null
}

/** Someone's place in the order in which providers are asked. */
export interface PlaceInOrder {
  readonly lot: ServingLot
  readonly standing: Standing
  readonly offered: boolean
  /** A sentence: why here, or why not at all. */
  readonly why: string
}

/**
 * Everyone in the lots that serve an area, in the order in which they are asked: by role, rank, name, then contract and lot.
 * Those who can't be asked on the day stand after, each with the reason.
 */
export function orderOfOffers(
  lots: readonly ServingLot[],
  { on, suspended }: { readonly on: IsoDate; readonly suspended: readonly PlacingSuspended[] },
): PlaceInOrder[] {
  const gates = new Map(suspended.map((one) => [one.organisationId, one]))
  return lots
    .flatMap((lot) =>
      [...Map.groupBy(lot.standings, ({ lotProviderId }) => lotProviderId).values()].map((pieces): PlaceInOrder => {
        const standing = pieceFor(pieces, on)
        const against = hindrance(lot, standing, { on, gate: gates.get(standing.organisationId) })
        return { lot, standing, offered: against === undefined, why: against ?? reason(lot, standing) }
      }),
    )
    .toSorted(
      (a, b) =>
        Number(b.offered) - Number(a.offered) ||
        byRoleAndRank(a.standing, b.standing) ||
        byText(a.lot.contract.reference, b.lot.contract.reference) ||
        byText(a.lot.number, b.lot.number) ||
        inOrder(a.standing, b.standing),
    )
}

/** The piece that holds on a day, else the last before it, else the first to come. */
function pieceFor(pieces: readonly Standing[], on: IsoDate): Standing {
  const inTime = pieces.toSorted((a, b) => byText(a.from, b.from))
  const found = inTime.find((piece) => holdsOn(piece, on)) ?? inTime.findLast(({ from }) => from <= on) ?? inTime[0]
  if (!found) throw new Error('A provider in a lot has no place in it.')
  return found
}

/** Why someone can't be asked on a day; undefined when they can. */
function hindrance(
  { terms, contract }: ServingLot,
  standing: Standing,
  { on, gate }: { readonly on: IsoDate; readonly gate: PlacingSuspended | undefined },
): string | undefined {
  const { organisation, state, from, until } = standing
  const term = terms.find((piece) => holdsOn(piece, on))
  if (term?.state === 'suspended') return `Contract ${contract.reference} is suspended on ${longDate(on)}.`
  if (term?.state !== 'agreed') return `Contract ${contract.reference} is not in force on ${longDate(on)}.`
  if (from > on) return `${organisation} joins on ${longDate(from)}.`
  if (state === 'left') return `${organisation} left this lot on ${longDate(from)}.`
  if (until !== null && until <= on) return `${organisation} left this lot on ${longDate(until)}.`
  if (state === 'unconfirmed') return `${organisation} was not found in the register of services.`
  if (state === 'suspended') return `${organisation} is suspended in this lot${untilWords(until)}.`
  if (gate) return `Placing with ${organisation} is suspended${gate.lastDay ? ` until ${longDate(gate.lastDay)}` : ''}.`
  return undefined
}

const untilWords = (until: IsoDate | null) => (until ? ` before ${longDate(until)}` : '')

function reason(lot: ServingLot, { role, rank }: Standing): string {
  const whole = lot.number === '' ? 'this contract' : `lot ${lot.number}`
  const ground = lot.area === lot.askedArea ? lot.area : `${lot.area}, in which ${lot.askedArea} lies`
  const place = rank === null ? '' : ` with rank ${rank}`
  const words: { readonly [one in Standing['role']]: string } = {
    lead: `Lead of ${whole}, which serves ${ground}: asked first.`,
    fallback: `Fallback${place} in ${whole}, which serves ${ground}: asked when the lead can’t.`,
    framework: `On the framework${place} in ${whole}, which serves ${ground}.`,
    additional: `Additional${place} in ${whole}, which serves ${ground}: asked once those under contract can’t.`,
  }
  return words[role]
}

const byRoleAndRank = (a: Standing, b: Standing): number =>
  inOrder({ ...a, lotProviderId: '' }, { ...b, lotProviderId: '' })

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
