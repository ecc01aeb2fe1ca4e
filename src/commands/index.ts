import { addBackup } from './backup.ts'
import type { AddCommand } from './context.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addFigure } from './figure.ts'
import { addImport } from './import.ts'
import { addLots } from './lots.ts'
import { addMigrate } from './migrate.ts'
import { addPartnership } from './partnership.ts'
import { addRegister } from './register.ts'
import { addServe } from './serve.ts'
import { addStatement } from './statement.ts'
import { addUser } from './user.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [
  addServe,
  addMigrate,
  addImport,
  addExport,
  addFigure,
  addRegister,
  addLots,
  addPartnership,
  addUser,
  addStatement,
  addDemo,
  addBackup,
  addDoctor,
]
