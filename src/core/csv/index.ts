export { type CsvCell, csvOf } from './csv.ts'
