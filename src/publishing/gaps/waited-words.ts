import { becauseWords, partWords } from '../../brokerage/index.ts'
import { number } from '../../core/ui/format.ts'
import { inSentence, type UnmetFigure, type UnmetMonth } from '../../market/index.ts'
import { periodText } from '../figure-words.ts'

/** Who waited for what and why, in sentences: as much of it as the numbers allow. */
export function waitedWords({ people, reasons, parts }: UnmetMonth): string[] {
  const { value, area, service, hours } = people
  const when = `In ${periodText(people.month.slice(0, 7))}${people.soFar ? ' so far' : ''}`
  const care = inSentence(service.name)
  if (value === null) return [`${when}, nobody in ${area.name} waited for ${care}, or too few to tell.`]
  return [
    `${when}, ${peopleWords(value)} in ${area.name} waited for ${care}: ${hoursText(hours)} hours a week.`,
    ...whyWords(value, reasons),
    ...missedWords(parts),
  ]
}

/** A heading that says how many waited. */
export function waitedHeading({ people }: UnmetMonth): string {
  const when = `in ${periodText(people.month.slice(0, 7))}${people.soFar ? ' so far' : ''}`
  return people.value === null ? `Who waited ${when} is not told` : `${peopleWords(people.value)} waited ${when}`
}

function whyWords(all: number, reasons: readonly UnmetFigure[]): string[] {
  const [first, ...others] = reasons.flatMap(({ reason, value }) => (reason && value ? [{ reason, value }] : []))
  if (!first) return ['Why they waited is not told: for each reason they are too few.']
  const word = first.value === all ? 'All of them waited' : first.value * 2 > all ? 'Most waited' : 'Many waited'
  const many = first.value === all ? '' : ` (${number(first.value)})`
  const rest = others.slice(0, 2).map(({ reason, value }) => `${number(value)} because ${becauseWords[reason]}`)
  return [`${word} because ${becauseWords[first.reason]}${many}${rest.length > 0 ? `, ${rest.join(', ')}` : ''}.`]
}

function missedWords(parts: readonly UnmetFigure[]): string[] {
  const told = parts
    .slice(0, 2)
    .flatMap(({ part, value }) => (part && value ? `${number(value)} missed ${partWords(part)}` : []))
  return told.length > 0 ? [`${told.join(', ')}.`] : []
}

/** Hours as they are read: with a decimal where there is one. */
export const hoursText = (hours: number | null): string => number(hours ?? 0, Number.isInteger(hours) ? 0 : 1)

const peopleWords = (value: number): string => `${number(value)} ${value === 1 ? 'person' : 'people'}`
