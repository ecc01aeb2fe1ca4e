import { sectionPath } from '../paths.ts'

/** How the section on supply is cut. */
export interface SupplyAsked {
  /** A level's key: by which areas. */
  readonly by?: string | undefined
  /** A service type's key: services of this kind only. */
  readonly kind?: string | undefined
}

/** Which registered services a list shows. */
export interface ServicesAsked {
  readonly kind?: string | undefined
  /** An area's code. */
  readonly area?: string | undefined
  readonly sector?: string | undefined
  /** Rank of the lowest grade. */
  readonly grade?: string | undefined
  /** Letters of the name of the service or its provider. */
  readonly name?: string | undefined
  readonly sort?: string | undefined
  readonly page?: string | undefined
}

/** The section on supply, cut as asked. */
export const supplyPath = (slug: string, asked: SupplyAsked = {}): string =>
  `${sectionPath(slug, 'supply')}${queryOf({ by: asked.by, kind: asked.kind })}`

/** The registered services of a partnership's area by name. */
export const supplyServicesPath = (slug: string, asked: ServicesAsked = {}): string =>
  `${sectionPath(slug, 'supply')}/services${queryOf({ ...asked })}`

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
