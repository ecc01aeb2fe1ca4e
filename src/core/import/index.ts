export { decimalNumber, wholeNumber } from './cells.ts'
export { type Column, type ColumnMapping, matchColumns } from './column.ts'
export { dayFrom } from './day-cell.ts'
export { doubtful, isDoubt } from './doubt.ts'
export { orUndone } from './or-undone.ts'
export { plainText, saysNothing } from './plain-text.ts'
export {
  headerOf,
  type Reading,
  type ReadOptions,
  type Row,
  type RowLayout,
  type RowReading,
  readFileRows,
} from './read-file.ts'
export { readRows } from './read-rows.ts'
export { recordImport } from './record-import.ts'
export { type ImportReport, listedRejections, noRows, type Outcome, type Rejection, repeats } from './report.ts'
export { type ImportOptions, type Layout, runImport } from './run-import.ts'
export { fileInMemory, fileOnDisk, type SourceFile } from './source-file.ts'
