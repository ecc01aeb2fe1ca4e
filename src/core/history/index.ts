export { asAt } from './as-at.ts'
export { historyTable } from './history-table.ts'
export { type Period, periodFrom } from './period.ts'
export { type HistoryRow, recordHistory } from './record-history.ts'
