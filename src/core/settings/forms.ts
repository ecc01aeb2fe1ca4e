import { z } from 'zod'
import { brandProblem } from '../ui/layout/brand.ts'
import { type IsoDate, isPlainLine } from '../values/index.ts'
import { type Fields, isoFrom, questions } from './fields.ts'
import { isLawfulBasis } from './lawful-basis.ts'
import { hideBelowBounds, type Settings, type SettingsSection } from './settings.ts'

/** Something to put right, at the field that it is about. */
export interface Mistake {
  readonly field: string
  readonly sentence: string
}

/** A section that can be saved, or what has to be put right first. */
export type Read<Section extends SettingsSection> =
  | { readonly content: Settings[Section]; readonly mistakes?: undefined }
  | { readonly content?: undefined; readonly mistakes: readonly Mistake[] }

const short = (most: number, sentence: string) =>
  z.string().trim().max(most, sentence).refine(isPlainLine, 'Enter it in one line, without hidden signs')
const lines = (most: number, what: string) =>
  z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .refine((all) => all.length <= most, `${what}: give at most ${most} lines`)
    .refine((all) => all.every((line) => line.length <= 500), `${what}: a line takes at most 500 characters`)
const text = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .transform((typed) => typed.replaceAll('\r\n', '\n'))

const identity = z.object({
  title: short(60, 'The short name must be 60 characters or fewer').min(1, 'Enter the short name'),
  name: short(150, 'The full name must be 150 characters or fewer').min(1, 'Enter the full name'),
  website: z
    .string()
    .trim()
    .max(500, 'The address of your website must be 500 characters or fewer')
    .refine(
      (typed) => typed === '' || (/^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed)),
      'Enter the address of your website with https:// in front, such as https://www.example.org',
    ),
  brandColour: z
    .string()
    .trim()
    .toLowerCase()
    .transform((typed) => typed.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3'))
    .superRefine((typed, check) => {
      const problem = brandProblem(typed)
      if (problem) check.addIssue({ code: 'custom', message: problem })
    }),
})

const contact = z.object({
  email: short(254, 'The email address must be 254 characters or fewer').refine(
    (typed) => typed === '' || /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(typed),
    'Enter an email address in the form name@example.org',
  ),
  phone: short(80, 'The telephone number must be 80 characters or fewer').refine(
    (typed) => typed === '' || /\d/.test(typed),
    'Enter a telephone number with digits in it',
  ),
  address: text(500, 'The postal address'),
  hours: text(500, 'The hours'),
})

const days = z
  .string()
  .trim()
  .regex(/^(\d{1,2})?$/, 'Enter a whole number of working days, such as 5')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((count) => count === null || count > 0, 'Enter a number of working days from 1 to 99')

const accessibility = z
  .object({
    compliance: z.enum(['', 'full', 'partial', 'none'], 'Choose how far the pages meet the guidelines'),
    issues: lines(50, 'What does not work yet'),
    tested: text(5000, 'How the pages were tested'),
    responseDays: days,
  })
  .superRefine(({ compliance, issues }, check) => {
    const mistake = (message: string) => check.addIssue({ code: 'custom', path: ['issues'], message })
    if ((compliance === 'partial' || compliance === 'none') && issues.length === 0)
      mistake('Say what does not work yet, or that the pages meet the guidelines in full')
    if (compliance === 'full' && issues.length > 0)
      mistake('Take these problems away, or say that the pages meet the guidelines in part')
  })

const privacy = z.object({
  controller: short(200, 'The data controller must be 200 characters or fewer'),
  officer: text(500, 'How to reach the data protection officer'),
  registration: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(Z[A-Z0-9]\d{6})?$/, 'Enter the registration as in the register, such as ZA123456'),
  retention: lines(50, 'What else you keep'),
})

const { least, most } = hideBelowBounds
const publication = z.object({
  hideBelow: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, `Enter a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((limit) => limit >= least && limit <= most, `Enter a whole number from ${least} to ${most}`),
})

/** Reads a section's form in the user's words; `today` bounds the dates. */
export function readSection(section: SettingsSection, fields: Fields, today: IsoDate): Read<SettingsSection> {
  const names = questions[section].flatMap((question) => question.names)
  const one = Object.fromEntries(names.map((name) => [name, fields[name]?.[0] ?? '']))
  if (section === 'identity') return settled(identity.safeParse(one))
  if (section === 'contact') return settled(contact.safeParse(one))
  if (section === 'publication') return settled(publication.safeParse(one))
  if (section === 'privacy') {
    const bases = (fields.bases ?? []).filter(isLawfulBasis)
    return settled(privacy.safeParse(one), { bases })
  }
  const prepared = readDate('preparedOn', 'prepared', one, today)
  const reviewed = readDate('reviewedOn', 'last reviewed', one, today)
  const mistakes = [prepared, reviewed].flatMap(({ mistake }) => mistake ?? [])
  if (mistakes.length === 0 && prepared.date && reviewed.date && reviewed.date < prepared.date)
    mistakes.push({
      field: 'reviewedOn-day',
      sentence: 'The last review must not be before the statement was prepared',
    })
  return settled(accessibility.safeParse(one), { preparedOn: prepared.date, reviewedOn: reviewed.date }, mistakes)
}

function settled<Section extends SettingsSection>(
  result: z.ZodSafeParseResult<unknown>,
  more: object = {},
  found: readonly Mistake[] = [],
): Read<Section> {
  const own = result.success
    ? []
    : result.error.issues.map(({ path, message }) => ({ field: String(path[0]), sentence: message }))
  // One sentence a field is enough to put it right.
  const mistakes = [...own, ...found].filter(
    ({ field }, at, all) => all.findIndex((other) => other.field === field) === at,
  )
  if (mistakes.length > 0) return { mistakes }
  return { content: { ...(result.data as object), ...more } as Settings[Section] }
}

function readDate(
  name: string,
  what: string,
  one: Readonly<Record<string, string>>,
  today: IsoDate,
): { date: IsoDate | ''; mistake?: Mistake } {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => one[`${name}-${part}`]?.trim() ?? '')
  if (!day && !month && !year) return { date: '' }
  const date = isoFrom(day, month, year)
  const field = `${name}-day`
  if (!date || date < '1900')
    return { date: '', mistake: { field, sentence: `When it was ${what} must be a real date` } }
  if (date > today) return { date: '', mistake: { field, sentence: `When it was ${what} must not be in the future` } }
  return { date }
}
