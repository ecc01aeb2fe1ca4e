import type { CsvCell } from '../../core/csv/index.ts'
import type { Id } from '../../core/values/index.ts'
import { kindWords, methodWords } from './contract-words.ts'
import type { ListedContract } from './listed-contract.ts'
import type { Places } from './places.ts'

const columns: readonly (readonly [string, (contract: ListedContract, places: Places | undefined) => CsvCell])[] = [
  ['reference', ({ reference }) => reference],
  ['title', ({ detail }) => detail.title],
  ['kind', ({ detail }) => kindWords[detail.kind]],
  ['method', ({ detail }) => detail.method && methodWords[detail.method]],
  ['care_groups', ({ detail }) => detail.careGroups.join(';')],
  ['lots', (_, places) => places?.lots ?? 0],
  ['providers', (_, places) => places?.providers ?? 0],
  // Pence are whole, so the last two digits are the pence.
  ['yearly_value', ({ detail: { yearlyPence } }) => (yearlyPence === null ? null : yearlyPence / 100)],
  ['value_basis', ({ detail }) => detail.yearlyBasis],
  ['state', ({ state }) => state],
  ['start', ({ begins }) => begins ?? null],
  ['end', ({ ends }) => ends ?? null],
  ['latest_end', ({ latestEnd }) => latestEnd ?? null],
  ['decide_by', ({ next }) => next?.decideBy ?? null],
  ['latest_safe_start', ({ next }) => next?.latestSafeStart ?? null],
  ['due', ({ next }) => next?.due ?? null],
  ['late', ({ next }) => next?.late ?? false],
  ['next', ({ next }) => next?.sentence ?? null],
]

/** The register as rows of a file, with its header; days are the last ones, sums are pounds. */
export const registerCsvRows = (
  contracts: readonly ListedContract[],
  places: ReadonlyMap<Id, Places>,
): readonly (readonly CsvCell[])[] => [
  columns.map(([name]) => name),
  ...contracts.map((contract) => columns.map(([, cell]) => cell(contract, places.get(contract.id)))),
]
