import { type Point, type Ring, ringArea } from './ring.ts'

/** What is wrong with a ring. A slight trouble, such as a loop that thinning a line has left, does not spoil its ground. */
export interface RingTrouble {
  readonly slight: boolean
  /** "crosses itself at −2.5753, 53.5964" */
  readonly words: string
}

/** Loops of no more than this share of an area are slight. */
const slightShare = 0.01

/** What is wrong with a ring of a shape of so much ground; undefined when nothing is. */
export function ringTrouble(ring: Ring, ground: number): RingTrouble | undefined {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || !same(first, last)) {
    return { slight: false, words: `is not closed: it starts at ${at(first)} and ends at ${at(last)}` }
  }
  if (new Set(ring.map(String)).size < 3)
    return { slight: false, words: `has fewer than three corners, at ${at(first)}` }
  const loops = crossingsOf(ring).map((crossing) => ({ crossing, share: loopShare(ring, crossing, ground) }))
  const worst = loops.toSorted((a, b) => b.share - a.share)[0]
  if (!worst) return undefined
  return { slight: worst.share <= slightShare, words: `crosses itself at ${at(meetingOf(ring, worst.crossing))}` }
}

/** How much of its ground the smaller of the two loops is that a crossing makes of a ring. */
function loopShare(ring: Ring, [first, second]: Crossing, ground: number): number {
  const meeting = meetingOf(ring, [first, second])
  const loop = ringArea([meeting, ...ring.slice(first + 1, second + 1), meeting])
  const rest = ringArea([...ring.slice(0, first + 1), meeting, ...ring.slice(second + 1)])
  return Math.min(loop, rest) / Math.max(ground, loop, rest, Number.MIN_VALUE)
}

/** The point where two sides of a ring cross. */
function meetingOf(ring: Ring, [first, second]: Crossing): Point {
  const [a, b, c, d] = [ring[first], ring[first + 1], ring[second], ring[second + 1]] as [Point, Point, Point, Point]
  const [abx, aby, cdx, cdy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const along = ((c[0] - a[0]) * cdy - (c[1] - a[1]) * cdx) / (abx * cdy - aby * cdx)
  return [a[0] + along * abx, a[1] + along * aby]
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

const at = (point: Point | undefined): string => (point ? `${degrees(point[0])}, ${degrees(point[1])}` : 'nowhere')

const degrees = (value: number): string => value.toFixed(4).replace('-', '−')

/** The sides of a ring that cross, by the place of their first points in it, in order. */
type Crossing = readonly [number, number]

/** More crossings than this are no accident. */
const enough = 1000

/** Where sides of a ring cross; those that only touch do no harm. */
function crossingsOf(ring: Ring): Crossing[] {
  const found: Crossing[] = []
  const sides = ring
    .slice(1)
    .map((to, i) => sideOf(i, ring[i] as Point, to))
    .toSorted((a, b) => a.west - b.west)
  let open: Side[] = []
  for (const side of sides) {
    open = open.filter(({ east }) => east >= side.west)
    for (const other of open) {
      if (other.south > side.north || other.north < side.south) continue
      if (cross(side, other))
        found.push(side.place < other.place ? [side.place, other.place] : [other.place, side.place])
    }
    if (found.length > enough) return found
    open.push(side)
  }
  return found
}

interface Side {
  /** Of its first point in the ring. */
  readonly place: number
  readonly from: Point
  readonly to: Point
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

const sideOf = (place: number, from: Point, to: Point): Side => ({
  place,
  from,
  to,
  west: Math.min(from[0], to[0]),
  east: Math.max(from[0], to[0]),
  south: Math.min(from[1], to[1]),
  north: Math.max(from[1], to[1]),
})

/** Whether two sides cross within both of them. */
const cross = (a: Side, b: Side): boolean => apart(a.from, a.to, b) && apart(b.from, b.to, a)

/** Whether two points lie on either side of a line, and neither on it. */
const apart = (one: Point, other: Point, { from, to }: Side): boolean => turn(from, to, one) * turn(from, to, other) < 0

// Shorter than a hand's breadth is rounding, not a crossing: square degrees of a thin triangle.
const hair = 1e-13

function turn(from: Point, to: Point, point: Point): number {
  const twice = (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0])
  return Math.abs(twice) < hair ? 0 : Math.sign(twice)
}
