import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { areaByCode, areasOf } from '../../../places/index.ts'
import { careGroups, serviceTypes } from '../../../providers/index.ts'
import { procurement } from '../../schema/index.ts'
import type { KeyNames } from '../contract-differences.ts'

/** Something that can be chosen from a list. */
export interface Choice {
  readonly value: string
  readonly text: string
}

/** The lists that the forms of a contract choose from. */
export interface Choices {
  readonly services: readonly Choice[]
  readonly careGroups: readonly Choice[]
  readonly marketAreas: readonly Choice[]
  readonly frameworks: readonly Choice[]
  /** With what each is: "ward", "locality". */
  readonly areas: readonly (Choice & { readonly kind: string })[]
}

/** The lists that the forms of a contract choose from, as they are on a day. */
export async function choicesOf(db: Db, partnership: Partnership, on: IsoDate): Promise<Choices> {
  const term = ({ key, name }: { key: string; name: string }): Choice => ({ value: key, text: name })
  const [services, groups, marketAreas, frameworks, whole, parts] = [
    await serviceTypes(db, on),
    await careGroups(db, on),
    await procurement(db)
      .selectFrom('market_area as m')
      .select(['m.key', 'm.name'])
      .where('m.partnership_id', '=', partnership.id)
      .orderBy('m.position')
      .execute(),
    await procurement(db)
      .selectFrom('national_framework as f')
      .select(['f.key', 'f.owner', 'f.title'])
      .where((f) => f.or([f('f.nation', 'is', null), f('f.nation', '=', partnership.nation)]))
      .orderBy('f.owner')
      .orderBy('f.title')
      .execute(),
    await areaByCode(db, partnership.areaCode),
    await areasOf(db, partnership.id),
  ]
  return {
    services: services.map(term),
    careGroups: groups.map(term),
    marketAreas: marketAreas.map(term),
    frameworks: frameworks.map(({ key, owner, title }) => ({ value: key, text: `${owner}: ${title}` })),
    // Its whole ground first: a fallback serves all of it.
    areas: [whole, ...parts.filter((part) => part.code !== whole.code)].map(({ code, name, kind }) => ({
      value: code,
      text: name,
      kind,
    })),
  }
}

/** The names of everything that a contract names by its key, among what can be chosen. */
export const keyNames = ({ services, careGroups, marketAreas, frameworks, areas }: Choices): KeyNames =>
  new Map([...services, ...careGroups, ...marketAreas, ...frameworks, ...areas].map(({ value, text }) => [value, text]))
