import { answerRaces } from './answers.ts'
import { brokerRaces } from './brokers.ts'
import { capacityRaces } from './capacity.ts'
import { changeRaces } from './changes.ts'
import { clockRaces } from './clocks.ts'
import type { Race } from './race.ts'

/** Every kind of race, by what is raced for. */
export const races: Readonly<Record<string, Race>> = {
  ...capacityRaces,
  ...answerRaces,
  ...clockRaces,
  ...brokerRaces,
  ...changeRaces,
}
