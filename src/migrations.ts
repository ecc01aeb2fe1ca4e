import { brokerageMigrations } from './brokerage/index.ts'
import { budgetsMigrations } from './budgets/index.ts'
import { authMigrations } from './core/auth/index.ts'
import { calendarMigrations } from './core/calendar/index.ts'
import type { Migrations } from './core/db/index.ts'
import { dbMigrations } from './core/db/migrations/index.ts'
import { filesMigrations } from './core/files/index.ts'
import { importingMigrations } from './core/importing/index.ts'
import { jobsMigrations } from './core/jobs/index.ts'
import { ledgerMigrations } from './core/ledger/index.ts'
import { outboxMigrations } from './core/outbox/index.ts'
import { referencesMigrations } from './core/references/index.ts'
import { settingsMigrations } from './core/settings/index.ts'
import { tasksMigrations } from './core/tasks/index.ts'
import { evidenceMigrations } from './evidence/index.ts'
import { marketMigrations } from './market/index.ts'
import { placesMigrations } from './places/index.ts'
import { procurementMigrations } from './procurement/migrations/index.ts'
import { providersMigrations } from './providers/index.ts'

import { publishingMigrations } from './publishing/index.ts'

/** Every migration of the product, in the order of the floor plan; each runs once, sorted by name. */
export const migrations: Migrations = {
  ...dbMigrations,
  ...authMigrations,
  ...filesMigrations,
  ...calendarMigrations,
  ...jobsMigrations,
  ...ledgerMigrations,
  ...outboxMigrations,
  ...referencesMigrations,
  ...settingsMigrations,
  ...tasksMigrations,
  ...importingMigrations,
  ...placesMigrations,
  ...evidenceMigrations,
  ...providersMigrations,
  ...budgetsMigrations,
  ...procurementMigrations,
  ...brokerageMigrations,
  ...marketMigrations,
  ...publishingMigrations,
}
