import { careInspectorateFile } from './care-inspectorate-file.ts'
import { cqcFile } from './cqc-file.ts'
import { csvOf } from './csv.ts'
import { placesByDeprivation } from './deprivation.ts'
import { fitted } from './fitted.ts'
import { councils } from './grounds.ts'
import { days, type History, historyOf } from './history.ts'
import { inventedNeeds } from './invented-needs.ts'

/** The invented registers of the four councils. */
export const histories = (): History[] =>
  councils.map((council, at) => {
    const history = historyOf(council, at + 1)
    return council.regulator === 'cqc' ? fitted(history) : history
  })

/** Every file that is made up, by its path in `demo`: the same bytes each time. */
export function inventedFiles(): ReadonlyMap<string, string> {
  const all = histories()
  const scottish = all.filter(({ council }) => council.regulator === 'care-inspectorate')
  const english = all.filter(({ council }) => council.regulator === 'cqc')
  const sales = all.flatMap((history) => history.sales)
  return new Map([
    ...days.flatMap((day) => [
      [`registers/care-inspectorate-${day}.csv`, careInspectorateFile(scottish, day)] as const,
      ...english.map((history) => [`registers/cqc-${day}.csv`, cqcFile(history, day)] as const),
    ]),
    [
      'registers/successions.csv',
      csvOf(
        ['regulator', 'number', 'earlier_number', 'on'],
        sales.map(({ regulator, number, earlierNumber, on }) => [regulator, number, earlierNumber, on]),
      ),
    ],
    ...all.map((history) => [`${history.council.partnership}/invented-needs.csv`, inventedNeeds(history)] as const),
    ...scottish.map(
      (history) => [`${history.council.partnership}/invented-indicators.csv`, placesByDeprivation(history)] as const,
    ),
  ])
}
