import { z } from 'zod'
import { addDays, type Id, type IsoDate, isId, isIsoDate } from '../../../core/values/index.ts'
import type { AskedChange, Change } from '../../change.ts'
import type { Contract } from '../../contract.ts'
import { fieldsOfDetail, readDetail } from './detail-form.ts'
import { chosen, date, line, maybeLastDay } from './fields.ts'
import type { FormKind } from './form-kind.ts'
import { rankField, roleField } from './lot-form.ts'
import { readPrices } from './price-rows.ts'
import { dateFields, first, lastDay, type Mistake, type Read, readTyped, type Typed } from './typed.ts'

/** The value of the field that says a suspension is of the whole contract. */
export const wholeContract = 'contract'

const option = z.object({ option: chosen('Choose the option') })
const place = chosen('Choose the provider and its lot')
const reachOf = z.string().refine((typed) => typed === wholeContract || isId(typed), 'Choose what it is about')
const reach = (typed: string): Id | null => (typed === wholeContract ? null : typed)

type Reader = (typed: Typed) => Read<Change>

const known = (typed: string): Id => typed.slice('known:'.length)
const provider = (sentence: string) =>
  z.string().refine((typed) => /^known:/.test(typed) && isId(known(typed)), sentence)

/** A reader of fields that makes a change of what they say. */
const reader =
  <S extends z.ZodRawShape>(schema: z.ZodObject<S>, make: (read: z.output<z.ZodObject<S>>) => Change): Reader =>
  (typed) => {
    const result = readTyped(schema, typed)
    return result.mistakes ? result : { read: make(result.read) }
  }

const readers: { readonly [kind in FormKind]: Reader } = {
  variation: (typed) => {
    const detail = readDetail(typed)
    const more = readTyped(z.object({ extendLast: maybeLastDay('New last day') }), typed)
    if (detail.mistakes || more.mistakes) return { mistakes: [...(detail.mistakes ?? []), ...(more.mistakes ?? [])] }
    return { read: { kind: 'variation', detail: detail.read, extendUntil: more.read.extendLast } }
  },
  extension: reader(option.extend({ last: maybeLastDay('Earlier last day') }), (read) => ({
    kind: 'extension',
    optionId: read.option,
    ...(read.last === null ? {} : { until: read.last }),
  })),
  'option-declined': reader(option, (read) => ({ kind: 'option-declined', optionId: read.option })),
  suspension: reader(z.object({ place: reachOf, last: maybeLastDay('Last day of the suspension') }), (read) => ({
    kind: 'suspension',
    lotProviderId: reach(read.place),
    until: read.last,
  })),
  resumption: reader(z.object({ place: reachOf }), (read) => ({
    kind: 'resumption',
    lotProviderId: reach(read.place),
  })),
  'early-end': () => ({ read: { kind: 'early-end' } }),
  join: (typed) => {
    const result = readTyped(
      z.object({
        lot: chosen('Choose the lot'),
        organisation: provider('Find and choose the provider that joins'),
        role: roleField,
        rank: rankField,
      }),
      typed,
    )
    const prices = readPrices(typed)
    if (result.mistakes || prices.mistakes)
      return { mistakes: [...(result.mistakes ?? []), ...(prices.mistakes ?? [])] }
    const { lot, organisation, role, rank } = result.read
    const organisationId = known(organisation)
    return {
      read: {
        kind: 'join',
        lotId: lot,
        standing: { organisationId, role, rank },
        rates: prices.read.map((rate) => ({
          ...rate,
          organisationId,
          basis: rate.basis === 'national' ? 'national' : 'tendered',
        })),
      },
    }
  },
  leave: reader(z.object({ place, nextLead: z.string() }), (read) => ({
    kind: 'leave',
    lotProviderId: read.place,
    nextLeadId: isId(read.nextLead) ? read.nextLead : null,
  })),
  standing: reader(z.object({ place, role: roleField, rank: rankField }), (read) => ({
    kind: 'standing',
    lotProviderId: read.place,
    role: read.role,
    rank: read.rank,
  })),
  transfer: reader(
    z.object({
      from: chosen('Choose the provider that hands over'),
      organisation: provider('Find and choose the provider that takes over'),
    }),
    (read) => ({ kind: 'transfer', fromOrganisationId: read.from, toOrganisationId: known(read.organisation) }),
  ),
}

/** The label of the day from which a change holds. */
export const dayLabel = (kind: FormKind): string =>
  kind === 'early-end'
    ? 'Last day of the contract'
    : kind === 'extension' || kind === 'option-declined'
      ? 'Day of the decision'
      : 'First day on which it holds'

/** The change that a form asks for, with its day and reason; its document comes in another way. */
export function readChange(kind: FormKind, typed: Typed): Read<Omit<AskedChange, 'documentId'>> {
  const change = readers[kind](typed)
  const common = readTyped(
    z.object({ effective: date(dayLabel(kind)), reason: line('Reason', 2000), base: z.string().regex(/^\d{1,9}$/) }),
    typed,
  )
  if (change.mistakes || common.mistakes) {
    return { mistakes: [...(change.mistakes ?? []), ...(common.mistakes ?? [])].map(asAbout) }
  }
  const { effective, reason, base } = common.read
  // Inside, days run up to the first that is not among them.
  const effectiveOn: IsoDate = kind === 'early-end' ? addDays(effective, 1) : effective
  return { read: { change: change.read, effectiveOn, reason, baseVersion: Number(base) } }
}

/** What no field shows is about the whole form. */
const asAbout = ({ field, sentence }: Mistake): Mistake =>
  field === 'base'
    ? { sentence: 'Open the form again: it does not say which version it was opened on.' }
    : { field, sentence }

/** The day whose answers the form of a variation shows, as it says itself; today when it doesn’t. */
export function dayShown(typed: Typed, today: IsoDate): IsoDate {
  const said = first(typed, 'shown')
  return isIsoDate(said) ? said : today
}

/** A form as it opens on a contract. */
export function emptyForm(kind: FormKind, contract: Contract, today: IsoDate): Typed {
  const decided = kind === 'extension' || kind === 'option-declined'
  const next = contract.options.find(({ decision }) => decision === 'open')
  return {
    base: [String(contract.version)],
    ...dateFields('effective', decided ? today : null),
    ...(kind === 'variation' ? { ...fieldsOfDetail(contract.detail), shown: [today] } : {}),
    ...(decided && next ? { option: [next.id] } : {}),
    ...(kind === 'join' && contract.lots.length === 1 && contract.lots[0] ? { lot: [contract.lots[0].id] } : {}),
  }
}

/** A change that was asked before, as the fields of its form: to ask for it again on the contract as it stands. */
export function formLike({
  change,
  effectiveOn,
  reason,
}: Pick<AskedChange, 'change' | 'effectiveOn' | 'reason'>): Typed {
  const day = change.kind === 'early-end' ? addDays(effectiveOn, -1) : effectiveOn
  return { ...fieldsOf(change), ...dateFields('effective', day), reason: [reason] }
}

function fieldsOf(change: Change): Typed {
  switch (change.kind) {
    case 'variation':
      return { ...fieldsOfDetail(change.detail), ...dateFields('extendLast', lastDay(change.extendUntil)) }
    case 'extension':
      return { option: [change.optionId], ...dateFields('last', lastDay(change.until ?? null)) }
    case 'option-declined':
      return { option: [change.optionId] }
    case 'suspension':
      return { place: [change.lotProviderId ?? wholeContract], ...dateFields('last', lastDay(change.until)) }
    case 'resumption':
      return { place: [change.lotProviderId ?? wholeContract] }
    case 'join':
      return {
        lot: [change.lotId],
        organisation: [`known:${change.standing.organisationId}`],
        role: [change.standing.role],
        rank: [change.standing.rank === null ? '' : String(change.standing.rank)],
      }
    case 'leave':
      return { place: [change.lotProviderId], nextLead: [change.nextLeadId ?? ''] }
    case 'standing':
      return {
        place: [change.lotProviderId],
        role: [change.role],
        rank: [change.rank === null ? '' : String(change.rank)],
      }
    case 'transfer':
      return { from: [change.fromOrganisationId], organisation: [`known:${change.toOrganisationId}`] }
    default:
      return {}
  }
}

/** The field of a form at which a refusal stands, by the part of the change that it is about. */
export function fieldOfRefusal(kind: FormKind, field: string | undefined): string | undefined {
  if (field === undefined) return undefined
  const price = /^rates\.(\d+)/.exec(field)
  if (price) return `price-${Number(price[1]) + 1}-pounds`
  const fields: Readonly<Record<string, string>> = {
    effectiveOn: 'effective-day',
    until: 'last-day',
    extendUntil: 'extendLast-day',
    optionId: 'option',
    lotProviderId: 'place',
    organisationId: 'find',
    toOrganisationId: 'find',
    fromOrganisationId: 'from',
    lotId: 'lot',
    nextLeadId: 'nextLead',
    term: 'extendLast-day',
    documentId: 'document',
  }
  const last = field.split('.').at(-1) ?? field
  const named = fields[field] ?? fields[last] ?? last
  return kind === 'extension' && named === 'extendLast-day' ? 'last-day' : named
}
