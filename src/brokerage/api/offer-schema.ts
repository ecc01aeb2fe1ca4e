import { z } from '@hono/zod-openapi'
import { declineReasons, offerStates } from '../offer.ts'
import { bands, weekdays } from '../visit-line.ts'

const instant = z.iso.datetime()
const day = z.iso.date()
const weekday = z.literal(weekdays).openapi({ type: 'integer', description: 'ISO weekday: 1 is Monday.' })

const visitLine = z
  .object({
    id: z.uuid(),
    band: z.enum(bands),
    days: z.array(weekday).readonly(),
    minutes: z.int().openapi({ description: 'How long each carer stays.' }),
    carers: z.literal([1, 2]).openapi({ type: 'integer' }),
  })
  .openapi('VisitLine', { description: 'The same visit on some days of each week.' })

const listed = {
  partnership: z.string().openapi({ example: 'west-lothian' }),
  reference: z.string().openapi({ example: 'WL-OFF-02209' }),
  state: z.enum(offerStates),
  sentAt: instant,
  dueAt: instant.nullable().openapi({ description: 'Null while the clock rests, or when the offer is over.' }),
  restsWithMinutes: z.int().nullable().openapi({ description: 'Working minutes left once the clock runs again.' }),
  answeredAt: instant.nullable(),
  serviceType: z.string(),
  district: z.string().openapi({ example: 'EH47' }),
  visits: z.array(visitLine).readonly(),
  needs: z.array(z.string()).readonly().openapi({ description: 'Codes of needs.' }),
  startBy: day,
  shortTermUntil: day.nullable(),
  origin: z.enum(['hospital', 'community']),
  weeklyMinutes: z.int().openapi({ description: 'Carers’ minutes a week; two carers count twice.' }),
  weeklyPence: z.int().nullable(),
  acceptedMinutes: z.int(),
  reason: z.enum(declineReasons).nullable(),
  href: z.string(),
}

/** An offer in a list. */
export const offerItem = z.object(listed).openapi('OfferItem')

/** An offer with all that the provider has been told. */
export const offerSchema = z
  .object({
    ...listed,
    priceWhy: z.string(),
    left: z.array(visitLine).readonly().openapi({ description: 'What of it nobody else took; empty when it is over.' }),
    questions: z.array(z.object({ words: z.string(), askedAt: instant, answer: z.string().nullable() })).readonly(),
    penPicture: z
      .string()
      .nullable()
      .openapi({ description: 'Told after interest, and taken back when the offer ends.' }),
    person: z
      .record(z.string(), z.string())
      .readonly()
      .nullable()
      .openapi({ description: 'Told after acceptance: name, address, postcode, contacts, risks.' }),
    placement: z.string().nullable().openapi({ description: 'The reference of what came of it.' }),
  })
  .openapi('Offer')

const startOn = z.iso.date('“startOn” must be a date such as 2026-11-30.')
const words = (name: string) =>
  z.string(`“${name}” must be a text.`).max(1000, `“${name}” must be 1,000 characters or fewer.`)

/** An answer to an offer. */
export const answerSchema = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('accept'), startOn }),
      z.strictObject({
        kind: z.literal('accept-part'),
        startOn,
        visits: z
          .array(z.strictObject({ lineId: z.uuid('“lineId” must be the id of one of the visits.'), weekday }))
          .min(1, '“visits” must name the visits that you can give.')
          .max(700, '“visits” are more than a week has.'),
      }),
      z.strictObject({
        kind: z.literal('decline'),
        reason: z.enum(declineReasons, `“reason” must be one of ${declineReasons.join(', ')}.`),
        words: words('words').default(''),
      }),
      z.strictObject({ kind: z.literal('interest') }),
      z.strictObject({ kind: z.literal('ask'), words: words('words').min(1, '“words” must hold your question.') }),
      z.strictObject({
        kind: z.literal('propose'),
        proposal: z.strictObject({
          startOn,
          lines: z
            .array(z.strictObject({ id: z.uuid(), band: z.enum(bands), days: z.array(weekday).min(1).max(7) }))
            .min(1)
            .max(100),
          words: words('words').default(''),
        }),
      }),
    ],
    '“kind” must be accept, accept-part, decline, interest, ask or propose.',
  )
  .openapi('Answer', {
    description: 'Interest tells the pen picture; asking and proposing tell it too and stop the clock.',
  })
