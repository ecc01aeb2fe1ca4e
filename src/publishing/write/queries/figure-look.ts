import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { PublishedFigure } from '../../figure-row.ts'
import { figuresOf } from '../../queries/figures-of.ts'
import { statementData } from '../../queries/statement-data.ts'
import type { SectionSlug } from '../../section.ts'
import { areasIn, type FigureSearch, type FiguresFound, searchFigures } from '../figure-search.ts'
import { readSearch } from '../figure-search-fields.ts'
import type { FormAction, Place } from '../form-action.ts'
import type { Field } from '../form-fields.ts'

/** A look among the figures: what was asked, what was found, and the areas that may be asked for. */
export interface FigureLook {
  readonly place: Place
  readonly search: FigureSearch
  readonly found: FiguresFound
  readonly areas: readonly PublishedFigure['area'][]
}

/** Looks among every figure that the partnership may place. */
export async function figureLook(
  db: Db,
  partnership: Partnership,
  section: SectionSlug,
  { page, place }: Extract<FormAction, { do: 'look' }>,
  fields: readonly Field[],
): Promise<FigureLook> {
  const figures = await figuresOf(statementData(db, partnership))
  const search = readSearch(fields)
  return { place, search, found: searchFigures(figures, search, { page, first: section }), areas: areasIn(figures) }
}
