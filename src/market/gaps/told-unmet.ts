import type { ToldCount } from '../../brokerage/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { type UnmetFigure, unmetFigure, unmetFigureId } from './unmet-figure.ts'
import type { Named } from './volume.ts'

/** What the figures of unmet need are made from. */
export interface UnmetParts {
  /** As anyone may be told of them. */
  readonly counts: readonly ToldCount[]
  readonly whole: { readonly code: string; readonly name: string }
  /** The names of areas by their codes. */
  readonly areas: ReadonlyMap<string, string>
  readonly types: readonly Named[]
  /** Numbers of people below it are hidden, from the moment at which it is set. */
  readonly limit: number
  /** The day up to which was counted. */
  readonly countedOn: IsoDate | null
  readonly demonstration: boolean
}

/** Who waited, of every area: all of them, and by reason and by what is missing where that may be told. */
export function toldUnmet({ counts, limit, ...parts }: UnmetParts): readonly UnmetFigure[] {
  const types = new Map(parts.types.map(({ key, name }) => [key, name]))
  return counts.flatMap((count) => {
    // A limit that was raised since holds before counts are told anew.
    const told = count.people !== null && count.people >= limit ? count : null
    return told || !(count.reason || count.part) ? figureOf(count, told, { ...parts, limit }, types) : []
  })
}

function figureOf(
  { month, service: key, area: code, reason, part }: ToldCount,
  told: ToldCount | null,
  { whole, areas, limit, countedOn, demonstration }: Omit<UnmetParts, 'counts' | 'types'>,
  types: ReadonlyMap<string, string>,
): UnmetFigure {
  const service = { key, name: types.get(key) ?? key }
  const area = code === whole.code ? whole : { code, name: areas.get(code) ?? code }
  const soFar = countedOn !== null && countedOn.slice(0, 7) === month.slice(0, 7)
  const note = told
    ? [soFar ? 'The month is not over: counted so far.' : '', demonstration ? 'Invented for the demonstration.' : '']
    : [`[c] hidden: none, fewer than ${limit} people, or could be worked out from the rest.`]
  const cut = reason ?? (part ? `${part.band}-${part.carers}` : undefined)
  return unmetFigure(
    { area: { code: area.code, name: area.name }, service, month },
    { reason, part, id: unmetFigureId({ area: code, service: key, month }, cut) },
    told && { people: told.people ?? 0, minutes: told.minutes ?? 0 },
    { note: note.filter(Boolean).join(' ') || null, soFar },
  )
}
