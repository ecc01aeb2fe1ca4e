import type { Random } from '../../core/values/index.ts'

/** What is asked for somebody invented; visits as a cell of a file tells them. */
export interface CareWanted {
  readonly visits: string
  readonly needs: readonly string[]
  readonly outcomes: readonly string[]
  readonly penPicture: string
}

const patterns = [
  ['morning 30', 5],
  ['morning 30; evening 30', 9],
  ['morning 45; midday 30; evening 30; bedtime 20', 6],
  ['morning 45; midday 30; evening 30', 4],
  ['morning 30 mon-fri', 2],
  ['midday 30; bedtime 20', 2],
  ['morning 45 x2; midday 30 x2; evening 30 x2; bedtime 20 x2', 2],
] as const

const needs = [
  'personal-care|medication-prompt',
  'personal-care|meals|falls',
  'personal-care|medication-give|diabetes',
  'personal-care|dementia|meals',
  'personal-care|continence|skin',
  'medication-prompt|meals|sight',
  'personal-care|end-of-life|medication-give',
] as const
const outcomes = [
  'Stay in my own home',
  'Be up and dressed when my friends call',
  'Eat a warm meal every day',
  'Feel safe at night',
  'Get out to the garden again',
] as const
const pictures = [
  'Lives alone on the ground floor, likes an early start and quiet company.',
  'Lives with a husband who helps with meals; enjoys music in the morning.',
  'Worked with wood for forty years; prefers to be asked before anything is done.',
  'Came home from hospital with a frame; wants to walk to the shop again.',
  'Forgets what day it is but never a face; the same carers matter most.',
  'Has a large family who come at weekends; needs help on working days.',
] as const

/** What somebody who does not exist needs; the visits may be given. */
export function careWanted(random: Random, visits: string = random.weighted(patterns)): CareWanted {
  const twoCome = visits.includes('x2')
  return {
    visits,
    needs: (twoCome ? 'personal-care|moving-handling|hoist' : random.pick(needs)).split('|'),
    outcomes: random.shuffled(outcomes).slice(0, random.between(1, 2)),
    penPicture: random.pick(pictures),
  }
}

/** What somebody needs who lives in a home of their own with support for much of the day. */
export const supportWanted = (random: Random): CareWanted => ({
  visits: random.pick(['morning 120; evening 180', 'morning 90; afternoon 120; evening 120', 'afternoon 240 mon-fri']),
  needs: random
    .pick(['learning-disability|communication', 'learning-disability|epilepsy', 'autism|communication'])
    .split('|'),
  outcomes: ['Have my own front door', 'Keep my friends'],
  penPicture: 'Likes football and cooking; is learning to use the bus alone.',
})
