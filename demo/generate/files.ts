import { capacityFile } from './capacities.ts'
import { careInspectorateFile } from './care-inspectorate-file.ts'
import { cqcFile } from './cqc-file.ts'
import { csvOf } from './csv.ts'
import { placesByDeprivation } from './deprivation.ts'
import { fitted } from './fitted.ts'
import { councils } from './grounds.ts'
import { days, type History, historyOf } from './history.ts'
import { inventedNeeds } from './invented-needs.ts'
import { lotFiles } from './lots.ts'
import { packageRows, packagesFile } from './packages.ts'
import { spotFile } from './spot.ts'

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
    ...all.flatMap((history) => {
      const { partnership } = history.council
      const { lots, rates } = lotFiles(history, all)
      const spot = spotFile(history, all)
      const packages = packageRows(history, lots)
      return [
        [`${partnership}/lots.csv`, lots],
        [`${partnership}/rates.csv`, rates],
        ...(spot === undefined ? [] : [[`${partnership}/spot-purchases.csv`, spot] as const]),
        ...(packages.length === 0
          ? []
          : ([
              [`${partnership}/packages.csv`, packagesFile(packages)],
              [`${partnership}/capacities.csv`, capacityFile(history, lots, packages)],
            ] as const)),
      ] as const
    }),
    ...scottish.map(
      (history) => [`${history.council.partnership}/invented-indicators.csv`, placesByDeprivation(history)] as const,
    ),
  ])
}
