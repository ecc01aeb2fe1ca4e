import { LRUCache } from 'lru-cache'
import { sha256 } from '../../core/values/index.ts'
import type { Figure } from '../figure.ts'
import { countsPeople } from '../figure-unit.ts'
import { isCountOfPeople, type Tabling, tablesOf } from './figure-table.ts'
import { hiddenCells, isSmall, nothingTold, type Told } from './hidden-cells.ts'
import { besideHidden, hiddenFigure, hiddenWords } from './hidden-figure.ts'
import type { Sum, Table } from './table.ts'

/** What it takes to know which numbers of people are shown. */
export interface Publication {
  /** Numbers of people below it are hidden. */
  readonly limit: number
  /** How areas add up, in every hierarchy. */
  readonly areaSums: readonly Sum[]
  readonly told?: Told
}

/** Whether something among figures has to be hidden, so that there is a reason to look at whole tables. */
export const hasSmall = (figures: readonly Figure[], limit: number): boolean =>
  figures.some(
    (figure) => (isCountOfPeople(figure) && isSmall(figure.value ?? 0, limit)) || hasSmallComparator(figure, limit),
  )

/** Answers for tables met before: a large one takes longer to decide than a page may take, and nothing but its content counts. */
const remembered = new LRUCache<string, ReadonlySet<string>>({ max: 200 })

function rememberedCells(table: Table, limit: number, told: Told): ReadonlySet<string> {
  if (!table.cells.some(({ id, value }) => isSmall(value, limit) || told.hidden.has(id))) return new Set()
  const known = [told.shown, told.everShown, told.hidden].map((ids) => [...ids])
  const key = sha256(JSON.stringify([table, limit, known]))
  const answer = remembered.get(key) ?? hiddenCells(table, limit, told)
  remembered.set(key, answer)
  return answer
}

/** What a figure is set against may be a small number of people as well, even where the figure itself is a target. */
const hasSmallComparator = ({ unit, comparator }: Figure, limit: number): boolean =>
  unit !== null && countsPeople(unit) && isSmall(comparator?.value ?? 0, limit)

/** Figures as they are published: small numbers of people hidden, and with them what would give them away. */
export function suppress<F extends Figure>(
  figures: readonly F[],
  { limit, areaSums, told = nothingTold }: Publication,
  tabling: Tabling<F> = {},
): readonly F[] {
  if (!hasSmall(figures, limit) && told.hidden.size === 0) return figures
  const values = new Map(figures.map(({ id, value }) => [id, value]))
  const beside = new Map<string, readonly number[]>()
  for (const table of tablesOf(figures, areaSums, tabling)) {
    const hidden = rememberedCells(table, limit, told)
    if (hidden.size === 0) continue
    const numbers = [...hidden].map((id) => values.get(id) ?? 0)
    for (const { id } of table.cells) beside.set(id, hidden.has(id) ? [] : numbers)
  }
  const words = hiddenWords(limit)
  return figures.map((figure) => {
    const others = beside.get(figure.id)
    const shown = others === undefined || others.length > 0
    const told = shown ? besideHidden(figure, others ?? []) : hiddenFigure(figure, words)
    return withoutSmallComparator(told, limit)
  })
}

function withoutSmallComparator<F extends Figure>(figure: F, limit: number): F {
  const { comparator } = figure
  if (!comparator || !hasSmallComparator(figure, limit)) return figure
  return { ...figure, comparator: { ...comparator, value: null } }
}
