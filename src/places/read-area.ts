import type { Column, Reading, Row } from '../core/import/index.ts'
import { type Area, nations } from './area.ts'
import { foldedName } from './folded-name.ts'
import { type Membership, makesCircle } from './hierarchy.ts'
import type { KnownArea, KnownAreas } from './known-areas.ts'

/** One row of a file of areas: an area and its place in one hierarchy. */
export interface AreaRow extends Area, Membership {
  readonly otherNames: readonly string[]
}

/** The columns of a file of areas. */
export const areaColumns: readonly Column[] = [
  ...['code', 'name', 'kind', 'nation', 'hierarchy', 'parent'].map((key) => ({ key, names: [key] })),
  { key: 'otherNames', names: ['other_names'], optional: true },
  { key: 'note', names: ['note'], optional: true },
]

/** An area as a row of the file tells it, or what is wrong; rows further down may build on a good one. */
export function readArea(row: Row, known: KnownAreas): Reading<AreaRow> {
  const [code, name, kind, hierarchy, parent] = [
    row.cell('code'),
    row.cell('name'),
    row.cell('kind'),
    row.cell('hierarchy'),
    row.cell('parent'),
  ]
  const nation = nations.find((one) => one === row.cell('nation').toLowerCase())
  const standing = known.areas.get(code)
  const wrong: Record<string, string | undefined> = {
    code: codeTrouble(code, known),
    name: nameTrouble(name, standing),
    kind: wordTrouble(kind, 'ward or health-board') ?? differs(standing, 'kind', kind),
    nation: nation ? differs(standing, 'nation', nation) : `The nation must be one of ${nations.join(', ')}.`,
    hierarchy: wordTrouble(hierarchy, 'administrative or locality'),
    parent: parentTrouble(code, hierarchy, parent, known),
  }
  const problems = Object.entries(wrong).flatMap(([key, reason]) =>
    reason ? [{ column: row.nameOf(key), reason }] : [],
  )
  if (problems.length > 0 || !nation) return { problems }
  const otherNames = row
    .cell('otherNames')
    .split(/[;|]/)
    .map((other) => other.trim())
    .filter((other) => foldedName(other) !== '')
  const value = { code, name, kind, nation, hierarchy, parent, otherNames, note: row.cell('note') || null }
  learn(known, value)
  return { value }
}

/** What makes two rows the same place in a hierarchy. */
export const placeKey = ({ hierarchy, code }: Pick<AreaRow, 'hierarchy' | 'code'>): string => `${hierarchy} ${code}`

/** Rows further down may name this area as their parent, and must agree with it. */
function learn(known: KnownAreas, row: AreaRow): void {
  // A repeated row is rejected for that, and must not move what the first one said.
  if (known.placed.has(placeKey(row))) return
  known.placed.add(placeKey(row))
  const { code, name, kind, nation, hierarchy, parent, note } = row
  const { settled = false, own = false, parents = new Map(), names } = known.areas.get(code) ?? {}
  parents.set(hierarchy, { parent, note })
  const all = new Set([...(names ?? []), foldedName(name)])
  known.areas.set(code, { code, name, kind, nation, settled, own, agreed: true, names: all, parents })
}

function codeTrouble(code: string, known: KnownAreas): string | undefined {
  if (code === '') return 'The code is missing.'
  if (!/^[A-Za-z0-9]+([/-][A-Za-z0-9]+)*$/.test(code)) {
    return `“${code}” can’t be a code: use letters and digits, joined by single slashes or hyphens.`
  }
  const now = known.areas.has(code) ? undefined : known.earlier.get(code)
  return now ? `${code} is an earlier code of ${known.areas.get(now)?.name}: use ${now}.` : undefined
}

function nameTrouble(name: string, standing: KnownArea | undefined): string | undefined {
  if (foldedName(name) === '') return 'The name is missing.'
  if (!standing?.agreed || standing.names.has(foldedName(name))) return undefined
  return `${standing.code} is ${standing.name}, not ${name}.`
}

const wordTrouble = (word: string, such: string): string | undefined =>
  /^[a-z]+(-[a-z]+)*$/.test(word) ? undefined : `“${word}” must be one word in small letters, such as ${such}.`

const differs = (standing: KnownArea | undefined, what: 'kind' | 'nation', given: string): string | undefined =>
  standing?.agreed && standing[what] !== given
    ? `${standing.name} has the ${what} ${standing[what]}, not ${given}.`
    : undefined

function parentTrouble(code: string, hierarchy: string, parent: string, known: KnownAreas): string | undefined {
  if (parent === '') return 'The parent is missing.'
  const above = known.areas.get(parent)
  if (!above) return `No area has the code ${parent}. If it is in this file, put its row above this one.`
  const standing = known.areas.get(code)
  const present = standing?.parents.get(hierarchy)?.parent
  if (standing?.settled && present !== undefined && present !== parent) {
    return `${standing.name} stands under ${known.areas.get(present)?.name ?? present} in the hierarchy ${hierarchy} already.`
  }
  const circle = makesCircle(code, parent, (at) => known.areas.get(at)?.parents.get(hierarchy)?.parent)
  return circle ? `${above.name} stands below ${code} itself in the hierarchy ${hierarchy}.` : undefined
}
