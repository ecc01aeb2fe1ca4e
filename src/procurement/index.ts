export { procurementMigrations } from './migrations/index.ts'
