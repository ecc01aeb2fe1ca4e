import { slack } from './model.ts'

/** Most units of a room that sums are looked for in; a larger room is only rounded down to a multiple. */
const mostUnits = 1 << 16

/**
 * The largest sum of some of the uses that is not above the room, in the unit of both (minutes): no plan fills a row
 * beyond it. Found in bits, one for each multiple of the uses' greatest common divisor; the room itself where uses are
 * not whole numbers.
 */
export function mostReached(uses: Iterable<number>, room: number): number {
  let unit = 0
  for (const use of uses) {
    if (!Number.isInteger(use) || use < 0) return room
    unit = divisorOf(use, unit)
  }
  if (unit === 0 || room < 0) return room
  const top = Math.floor((room + slack) / unit)
  if (top >= mostUnits) return top * unit
  const words = (top >> 5) + 1
  const bits = new Uint32Array(words)
  bits[0] = 1
  for (const use of uses) {
    if (use === 0) continue
    const shift = use / unit
    const whole = shift >> 5
    const part = shift & 31
    for (let word = words - 1; word >= whole; word -= 1) {
      const low = part === 0 || word === whole ? 0 : bits[word - whole - 1]! >>> (32 - part)
      bits[word]! |= (bits[word - whole]! << part) | low
    }
    if ((bits[top >> 5]! >>> (top & 31)) & 1) return top * unit
  }
  for (let sum = top; sum > 0; sum -= 1) if ((bits[sum >> 5]! >>> (sum & 31)) & 1) return sum * unit
  return 0
}

function divisorOf(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b > 0) [a, b] = [b, a % b]
  return a
}
