import { createRoute, z } from '@hono/zod-openapi'
import type { Partnership } from '../../core/auth/index.ts'
import { invalid } from '../../core/errors/index.ts'
import { declare } from '../../core/http/index.ts'
import { sections } from '../../evidence/index.ts'
import { type FigureFilter, isWanted } from '../figure-filter.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { figurePath } from '../paths.ts'
import { figureKey, figuresOf } from '../queries/figures-of.ts'
import type { StatementData } from '../queries/statement-data.ts'
import { answer, pageSchema, troubles } from './answers.ts'
import { figureSchema } from './figure-schema.ts'
import { pageAfter } from './paging.ts'
import {
  afterParameter,
  agesParameter,
  limitParameter,
  partnershipParameter,
  textParameter,
  wordParameter,
  yearParameter,
} from './parameters.ts'

const usual = 100

/** `GET /api/v1/figures` */
export const figuresRoute = createRoute({
  method: 'get',
  path: '/api/v1/figures',
  operationId: 'listFigures',
  summary: 'Figures of a statement',
  description:
    'Cited figures, then those worked out: totals of budgets, people of standard ages, people expected to have dementia, registered services and their places. In a stable order, a page at a time.',
  middleware: [declare('public.read', 'api.figures')] as const,
  request: {
    query: z.strictObject({
      partnership: partnershipParameter,
      measure: textParameter(
        'measure',
        'population, dementia, budget, services, places, in-house, or the key of a cited figure.',
        'population',
      ),
      area: textParameter('area', 'The code of an area.', 'S12000040'),
      year: yearParameter,
      ages: agesParameter,
      section: wordParameter('section', sections, 'The section of the statement that the figure belongs to.'),
      limit: limitParameter(usual, 500),
      after: afterParameter,
    }),
  },
  responses: { 200: answer('A page of figures.', pageSchema('Figures', figureSchema)), ...troubles },
})

/** What a caller asks of the figures. */
export interface FiguresAsked extends FigureFilter {
  readonly limit?: number | undefined
  readonly after?: string | undefined
}

/** A page of the figures that a partnership publishes; a measure or area that none of them has is refused by name. */
export async function figuresPage(data: StatementData, { limit = usual, after, ...filter }: FiguresAsked) {
  const all = await figuresOf(data)
  const wanted = all.filter((figure) => isWanted(figure, filter))
  if (wanted.length === 0) await refuseUnknown(data, all, filter)
  const page = pageAfter(wanted, figureKey, after, limit)
  return { ...page, items: page.items.map((figure) => withAddress(data.partnership, figure)) }
}

const withAddress = ({ slug }: Partnership, figure: PublishedFigure) => ({
  ...figure,
  href: figurePath(slug, figure.id),
})

async function refuseUnknown(data: StatementData, all: readonly PublishedFigure[], { measure, area }: FigureFilter) {
  const { title } = data.partnership
  if (measure !== undefined && !all.some((figure) => figure.measure === measure)) {
    throw invalid(
      `The parameter “measure” is “${measure}”, and no figure of ${title} has this measure.`,
      `${title} has ${[...new Set(all.map((figure) => figure.measure))].join(', ') || 'no figures yet'}.`,
    )
  }
  if (area === undefined || all.some((figure) => figure.area.code === area)) return
  const areas = await data.areas()
  if (areas.some(({ code }) => code === area)) return
  throw invalid(
    `The parameter “area” is “${area}”, and ${title} works with no area of this code.`,
    `Its areas are listed at /api/v1/areas?partnership=${data.partnership.slug}.`,
  )
}
