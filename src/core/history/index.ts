export { asAt } from './as-at.ts'
export { historyTable } from './history-table.ts'
export { type Period, periodFrom, rangeOf } from './period.ts'
export { type HistoryFact, type HistoryRow, recordHistories, recordHistory } from './record-history.ts'
