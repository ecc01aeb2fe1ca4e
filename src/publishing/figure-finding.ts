import { about, number, poundsShort, signedPercent } from '../core/ui/format.ts'
import type { CitedFigure, Figure } from '../evidence/index.ts'

/** What a figure says, as a heading: a cited one has its sentence, one worked out gets one from its parts. */
export function findingOf(figure: Figure & Partial<Pick<CitedFigure, 'finding'>>): string {
  const { finding, label, value, unit, area, period, basis } = figure
  if (finding) return finding
  const when = period ? ` in ${period}` : ''
  const whom = lowerFirst(label)
  if (value === null) return `${label}, ${area.name}${period ? `, ${period}` : ''}`
  if (unit === 'pounds') return `${poundsShort(Math.round(value * 100))}${when}: ${whom}`
  if (unit === 'percent') return `${label} in ${area.name}: ${signedPercent(value, 1)}, ${period ?? 'no date'}`
  if (figure.measure === 'population') {
    const verb = basis === 'projection' ? 'is projected to have' : 'had'
    return `${area.name} ${verb} ${number(value)} ${whom}${when}`
  }
  return `${upperFirst(about(value))} ${whom} in ${area.name}${when}`
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
