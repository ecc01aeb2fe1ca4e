import { about, number, poundsShort, signedPercent } from '../core/ui/format.ts'
import { type CitedFigure, type Figure, unitWords } from '../evidence/index.ts'
import { inSentence } from '../market/index.ts'

/** What a figure says, as a heading: a cited one has its sentence, one worked out gets one from its parts. */
export function findingOf(figure: Figure & Partial<Pick<CitedFigure, 'finding'>>): string {
  const { finding, label, value, unit, area, period, basis } = figure
  if (finding) return finding
  const when = period ? ` in ${period}` : ''
  const whom = lowerFirst(label)
  if (figure.measure === 'gap' && value !== null) return gapFinding(figure, value)
  if (value === null) return `${label}, ${area.name}${period ? `, ${period}` : ''}`
  if (figure.measure === 'unmet')
    return `${number(value)} ${value === 1 ? 'person' : 'people'} in ${area.name} waited for ${inSentence(label.split(': ')[1] ?? label)}${when}`
  if (figure.measure === 'need') return `${label}: ${amount(value, unit)} in ${area.name}${period ? `, ${period}` : ''}`
  if (unit === 'pounds') return `${poundsShort(Math.round(value * 100))}${when}: ${whom}`
  if (unit === 'percent') return `${label} in ${area.name}: ${signedPercent(value, 1)}, ${period ?? 'no date'}`
  if (figure.measure === 'population') {
    const verb = basis === 'projection' ? 'is projected to have' : 'had'
    return `${area.name} ${verb} ${number(value)} ${whom}${when}`
  }
  return `${upperFirst(about(value))} ${whom} in ${area.name}${when}`
}

/** "Wyre is about 1,780 hours a week short of care at home", "Burnley has 14 places to spare: care homes for adults". */
function gapFinding({ label, unit, area, basis }: Figure, value: number): string {
  const service = inSentence(label.split(':')[0] ?? label)
  const ahead = basis === 'forecast'
  if (value === 0) return `Supply ${ahead ? 'would meet' : 'meets'} need in ${area.name}: ${service}`
  const many = amount(Math.abs(value), unit)
  if (value < 0) return `${area.name} ${ahead ? 'would have' : 'has'} ${many} to spare: ${service}`
  return `${area.name} ${ahead ? 'would be' : 'is'} ${many} short of ${service}`
}

const amount = (value: number, unit: Figure['unit']): string =>
  unit === null ? about(value) : `${about(value)} ${unitWords(unit, value)}`

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
