import { type IsoDate, londonDate } from '../../core/values/index.ts'
import type { AskedElement, AskedPackages, RequestProblem } from './asked-packages.ts'
import { minutesADay, weekdayWords } from './care-words.ts'
import { isNeedCode } from './need-code.ts'
import type { NeedCriteria } from './need-criteria.ts'
import { type TellTale, tellTrouble } from './told-person.ts'

/** What a request is judged against. */
export interface RequestWorld {
  readonly today: IsoDate
  /** The criteria in force on the day of the assessment; undefined when none were. */
  readonly criteria: NeedCriteria | undefined
  readonly person: TellTale
  /** Keys of the services that can be asked for, and codes of the partnership's areas. */
  readonly services: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
}

/** A day has 24 hours, and an element can't ask for more of one. */
const minutesOfDay = 1440
/** As `package_line` takes it. */
const shortestVisit = 5

/** Everything that is wrong with a request; nothing when it may be made. */
export function requestProblems(asked: AskedPackages, world: RequestWorld): RequestProblem[] {
  return [
    ...dayProblems(asked, world),
    ...levelProblems(asked, world),
    ...(world.areas.has(asked.area) ? [] : [{ at: 'area', sentence: 'Choose the area from the list' }]),
    ...wordProblems(asked, world.person),
    ...elementsProblems(asked.elements, world),
  ]
}

function dayProblems(
  { assessedOn, readyAt, startBy }: Pick<AskedPackages, 'assessedOn' | 'readyAt' | 'startBy'>,
  { today }: RequestWorld,
): RequestProblem[] {
  const ready = londonDate(readyAt)
  const problems: RequestProblem[] = []
  if (assessedOn > today) problems.push({ at: 'assessedOn', sentence: 'The assessment must not be in the future' })
  if (ready > today)
    problems.push({ at: 'readyAt', sentence: 'The day from which care could begin must not be in the future' })
  else if (ready < assessedOn)
    problems.push({ at: 'readyAt', sentence: 'Care can’t have been ready to begin before the assessment' })
  if (startBy < assessedOn) problems.push({ at: 'startBy', sentence: 'The start must not be before the assessment' })
  return problems
}

function levelProblems(
  { level, noLevelReason }: Pick<AskedPackages, 'level' | 'noLevelReason'>,
  { criteria }: RequestWorld,
): RequestProblem[] {
  if (!criteria) return [{ at: 'assessedOn', sentence: 'No criteria are known for the day of the assessment' }]
  if (level === null)
    return noLevelReason?.trim()
      ? []
      : [{ at: 'level', sentence: 'Choose the level of need, or say why there is none yet' }]
  if (!criteria.levels.some(({ key }) => key === level))
    return [{ at: 'level', sentence: `Choose a level of the criteria that held at the assessment: ${criteria.name}` }]
  return []
}

function wordProblems(asked: AskedPackages, person: TellTale): RequestProblem[] {
  const texts: readonly (readonly [at: string, label: string, text: string])[] = [
    ['outcomes', 'What the person wants to be able to do', asked.outcomes.join('\n')],
    ['choices', 'What the person chooses', asked.choices],
    ['penPicture', 'The pen picture', asked.penPicture],
  ]
  return [
    ...(asked.needs.every(isNeedCode)
      ? []
      : [
          {
            at: 'needs',
            sentence: 'Choose needs from the list only: nothing else, and no name, can stand among them',
          },
        ]),
    ...(asked.outcomes.length === 0
      ? [{ at: 'outcomes', sentence: 'Enter at least one thing that the person wants to be able to do' }]
      : []),
    ...(asked.penPicture.trim() === ''
      ? [{ at: 'penPicture', sentence: 'Enter a pen picture, without saying who it is' }]
      : []),
    ...texts.flatMap(([at, label, text]) => {
      const sentence = tellTrouble(label, text, person)
      return sentence ? [{ at, sentence }] : []
    }),
  ]
}

function elementsProblems(elements: readonly AskedElement[], { services }: RequestWorld): RequestProblem[] {
  if (elements.length === 0) return [{ at: 'elements.0.serviceType', sentence: 'Choose the service that is asked for' }]
  const needs = elements.map(({ need, serviceType }) => need ?? serviceType)
  return elements.flatMap((element, at) => [
    ...(services.has(element.serviceType)
      ? []
      : [{ at: `elements.${at}.serviceType`, sentence: 'Choose the service from the list' }]),
    ...(needs.indexOf(needs[at] ?? '') < at
      ? [{ at: `elements.${at}.serviceType`, sentence: 'This service is asked for twice: put all its visits together' }]
      : []),
    ...visitProblems(element.lines).map((sentence) => ({ at: `elements.${at}.lines`, sentence })),
  ])
}

/** What is wrong with the visits of a week, in sentences. */
export function visitProblems(lines: AskedElement['lines']): string[] {
  if (lines.every(({ days }) => days.length === 0)) return ['Enter at least one visit: there are none in this week']
  const problems: string[] = []
  if (lines.some(({ days }) => days.length === 0)) problems.push('Tick the days of each visit')
  if (lines.some(({ minutes }) => !Number.isInteger(minutes) || minutes < shortestVisit || minutes > minutesOfDay))
    problems.push(`A visit must be from ${shortestVisit} minutes to 24 hours (${minutesOfDay} minutes) long`)
  else problems.push(...overfullDay(lines))
  return problems
}

/** A day into which more visits are put than it has hours, in a sentence; nothing when there is none. */
export function overfullDay(lines: AskedElement['lines']): string[] {
  const over = [...minutesADay(lines)].find(([, minutes]) => minutes > minutesOfDay)
  return over ? [`The visits of ${weekdayWords[over[0]]} come to more than 24 hours`] : []
}
