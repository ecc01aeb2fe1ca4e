/** A figure of need, supply or the gap between them, of one area and service. */
export interface GapFigureKey {
  readonly measure: 'need' | 'supply' | 'gap'
  /** An area's code. */
  readonly area: string
  /** Key of a service type. */
  readonly service: string
  readonly forecast: boolean
}

/** The identifier of such a figure: `gap.E07000128.care-at-home`, and `….forecast` for what is looked ahead to. */
export const gapFigureId = ({ measure, area, service, forecast }: GapFigureKey): string =>
  [measure, area, service, ...(forecast ? ['forecast'] : [])].join('.')

/** What an identifier says; undefined when it is not one of need, supply or gap. */
export function parseGapFigureId(id: string): GapFigureKey | undefined {
  const parts = id.split('.')
  const forecast = parts.at(-1) === 'forecast'
  if (forecast) parts.pop()
  const service = parts.pop() ?? ''
  // An area made up by a partnership may have a full stop in its code; everything else is taken from the ends.
  const [measure, ...area] = parts
  const known = measure === 'need' || measure === 'supply' || measure === 'gap'
  if (!known || area.join('') === '' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(service)) return undefined
  return { measure, area: area.join('.'), service, forecast }
}
