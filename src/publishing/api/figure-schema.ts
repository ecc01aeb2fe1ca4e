import { z } from '@hono/zod-openapi'
import { figureUnits, sections } from '../../evidence/index.ts'

const citation = z
  .object({
    key: z.string().openapi({ description: 'Its address is /{partnership}/sources/{key}.' }),
    title: z.string(),
    publisher: z.string(),
    edition: z.string().nullable(),
    published: z.string().nullable().openapi({ description: 'A year, month or date.' }),
    licence: z.string(),
    licenceUrl: z.string().nullable(),
    url: z.string().nullable(),
    locus: z.string().nullable().openapi({ description: 'Where in the source it stands.' }),
  })
  .openapi('Citation')

const basis = [
  ...(['actual', 'about', 'over', 'nearly', 'estimate', 'projection', 'forecast', 'expected', 'target'] as const),
  ...(['budget', 'spend', 'law'] as const),
]

/** A figure as the interface gives it: the object that pages show, with the address of its page. */
export const figureSchema = z
  .object({
    id: z.string().openapi({ example: 'population.S12000040.2028.75-plus' }),
    measure: z.string().openapi({ example: 'population' }),
    label: z.string().openapi({ example: 'People aged 75 and over' }),
    value: z.number().nullable().openapi({ description: 'null when it is lost, hidden or never printed.' }),
    unit: z.enum(figureUnits as readonly [(typeof figureUnits)[number], ...(typeof figureUnits)[number][]]).nullable(),
    period: z.string().nullable().openapi({ example: '2028' }),
    area: z.object({ code: z.string(), name: z.string() }),
    ages: z.string().nullable().openapi({ example: '75+' }),
    sex: z.enum(['all', 'female', 'male']),
    basis: z.enum(basis).nullable(),
    interval: z
      .object({ lower: z.number(), upper: z.number(), kind: z.enum(['published', 'outer']) })
      .nullable()
      .openapi({ description: 'outer: limits added up, which is wider than a joint interval.' }),
    comparator: z
      .object({
        label: z.string(),
        value: z.number().nullable(),
        direction: z.enum(['higher', 'similar', 'lower']).nullable(),
      })
      .nullable(),
    method: z.string(),
    sources: z.array(citation).readonly(),
    status: z.enum(['printed', 'derived', 'caution', 'lost']),
    note: z.string().nullable(),
    suppressed: z.boolean().openapi({ description: 'Hidden to protect people.' }),
    finding: z.string().optional().openapi({ description: 'The sentence that a cited figure supports.' }),
    section: z.enum(sections).optional(),
    theme: z.string().optional(),
    href: z.string().openapi({ description: 'The address of its page on this site.' }),
  })
  .openapi('Figure', { description: 'A published number with where it came from.' })
