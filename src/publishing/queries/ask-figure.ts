import { budgetFigure, budgetRows } from '../../budgets/index.ts'
import { allPartnerships, type Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { type Figure, indicatorsOf, type RowsBehind } from '../../evidence/index.ts'
import { conditionFigure, conditions, type PopulationKind, populationFigure, type Working } from '../../market/index.ts'
import { areaResolver } from '../../places/index.ts'
import { yearsNamed } from '../figure-filter.ts'

/** What is asked for by name rather than by address. */
export interface FigureQuestion {
  readonly measure: string
  /** An area by its code, an earlier code, or a name. */
  readonly area: string
  readonly year?: string | undefined
  readonly ages?: string | undefined
  readonly kind?: PopulationKind | undefined
  readonly vintage?: number | undefined
}

/** The figure that answers a question, with the rows behind it, or a sentence on why there is none. */
export async function askFigure(db: Db, question: FigureQuestion): Promise<Figure & { rows: RowsBehind | null }> {
  const area = (await areaResolver(db))(question.area)
  if (!area) throw invalid(`“${question.area}” is not the code or the name of an area here.`)
  const { measure } = question
  if (measure === 'budget') return budgetOf(db, area.code, area.name, question.year)
  if (measure === 'population' || (await conditions(db)).includes(measure)) {
    return worked(await workOut(db, area.code, question))
  }
  return citedOf(db, area.code, question)
}

function workOut(db: Db, area: string, { measure, year, ages, kind, vintage }: FigureQuestion): Promise<Working> {
  const asked = {
    area,
    ...(year === undefined ? {} : { year: calendarYear(year) }),
    ...(ages === undefined ? {} : { ages }),
    ...(kind === undefined ? {} : { kind }),
    ...(vintage === undefined ? {} : { vintage }),
  }
  return measure === 'population'
    ? populationFigure(db, asked)
    : conditionFigure(db, measure, { ages: '65+', ...asked })
}

function calendarYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw invalid(`“${text}” is not a year such as 2028.`)
  return Number(text)
}

function worked(working: Working): Figure & { rows: RowsBehind } {
  if ('missing' in working) throw notFound('This figure', working.missing)
  return { ...working.figure, rows: working.behind }
}

async function budgetOf(db: Db, code: string, name: string, year: string | undefined) {
  const partnership = await partnershipOf(db, code)
  const asked = year === undefined ? {} : { year }
  const figure = partnership && (await budgetFigure(db, partnership, asked))
  if (!partnership || !figure) {
    throw notFound('This figure', `No budget of ${name}${year ? ` for ${year}` : ''} has been imported.`)
  }
  return { ...figure, rows: (await budgetRows(db, partnership, asked)) ?? null }
}

const partnershipOf = async (db: Db, code: string): Promise<Partnership | undefined> =>
  (await allPartnerships(db)).find((one) => one.areaCode === code)

async function citedOf(db: Db, code: string, { measure, year, ages }: FigureQuestion) {
  const partnership = await partnershipOf(db, code)
  const found = partnership ? await indicatorsOf(db, partnership.id, { key: measure }) : []
  const fitting = found.filter(
    (figure) =>
      (year === undefined || figure.period === year || yearsNamed(figure.period).includes(Number(year))) &&
      (ages === undefined || figure.ages === ages),
  )
  const figure = fitting.at(-1)
  if (!figure)
    throw notFound(
      'This figure',
      `Nothing called “${measure}” is published for this area${year ? ` and ${year}` : ''}.`,
    )
  return { ...figure, rows: null }
}
