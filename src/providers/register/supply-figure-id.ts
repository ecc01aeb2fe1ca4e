import { type IsoDate, isIsoDate } from '../../core/values/index.ts'

/** What is counted of registered services. */
export const supplyMeasures = ['places', 'services', 'in-house'] as const
export type SupplyMeasure = (typeof supplyMeasures)[number]

/** What a figure of supply is about: everything that its address says. */
export interface SupplyKey {
  readonly measure: SupplyMeasure
  /** An area's code. */
  readonly area: string
  /** Key of a service type; null for all of them. */
  readonly serviceType: string | null
  /** The day of the register. */
  readonly asOf: IsoDate
}

/** The identifier of a figure of supply: `places.S12000040.care-home-older-people.2025-05-31`. */
export const supplyFigureId = ({ measure, area, serviceType, asOf }: SupplyKey): string =>
  [measure, area, serviceType ?? 'all', asOf].join('.')

/** What the identifier of a figure of supply says; undefined when it is not one. */
export function parseSupplyFigureId(id: string): SupplyKey | undefined {
  const [first, ...parts] = id.split('.')
  const measure = supplyMeasures.find((one) => one === first)
  const asOf = parts.pop() ?? ''
  const serviceType = parts.pop() ?? ''
  // An area made up by a partnership may have a full stop in its code; everything else is taken from the ends.
  const area = parts.join('.')
  if (!measure || area === '' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(serviceType) || !isIsoDate(asOf)) return undefined
  return { measure, area, serviceType: serviceType === 'all' ? null : serviceType, asOf }
}

/** Whether an identifier is of a figure of supply. */
export const isSupplyFigureId = (id: string): boolean => parseSupplyFigureId(id) !== undefined
