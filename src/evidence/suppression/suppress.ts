import { LRUCache } from 'lru-cache'
import { sha256 } from '../../core/values/index.ts'
import type { Figure } from '../figure.ts'
import { countsPeople } from '../figure-unit.ts'
import { besidesOf } from './beside.ts'
import { isCountOfPeople, type Tabling, tablesOf } from './figure-table.ts'
import { givesAway } from './gives-away.ts'
import { hiddenCells, isSmall, nothingTold, type Told } from './hidden-cells.ts'
import { besideHidden, hiddenFigure, hiddenWords } from './hidden-figure.ts'
import type { Publication } from './publication.ts'
import type { Table } from './table.ts'

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
  publication: Publication,
  tabling: Tabling<F> = {},
): readonly F[] {
  const { limit, areaSums, told = nothingTold } = publication
  if (!hasSmall(figures, limit) && told.hidden.size === 0) return figures
  const hidden = new Set<string>()
  for (const table of tablesOf(figures, areaSums, tabling)) {
    for (const id of rememberedCells(table, limit, told)) hidden.add(id)
  }
  const besides = besidesOf(figures, hidden, publication, tabling)
  const words = hiddenWords(limit)
  return figures.map((figure) => {
    const beside = besides(figure)
    const gone = hidden.has(figure.id) || givesAway(figure, beside)
    const rest = gone ? hiddenFigure(figure, words) : besideHidden(figure, beside.numbers)
    return withoutSmallComparator(rest, limit)
  })
}

function withoutSmallComparator<F extends Figure>(figure: F, limit: number): F {
  const { comparator } = figure
  if (!comparator || !hasSmallComparator(figure, limit)) return figure
  return { ...figure, comparator: { ...comparator, value: null } }
}
