import { addBackup } from './backup.ts'
import type { AddCommand } from './context.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addFigure } from './figure.ts'
import { addImport } from './import.ts'
import { addLedger } from './ledger.ts'
import { addLots } from './lots.ts'
import { addMigrate } from './migrate.ts'
import { addPartnership } from './partnership.ts'
import { addPerson } from './person.ts'
import { addRegister } from './register.ts'
import { addReplay } from './replay.ts'
import { addServe } from './serve.ts'
import { addSolve } from './solve.ts'
import { addStatement } from './statement.ts'
import { addUnmet } from './unmet.ts'
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
  addUnmet,
  addReplay,
  (program, context) => addSolve(program, context),
  addPartnership,
  addUser,
  addStatement,
  addPerson,
  addLedger,
  addDemo,
  addBackup,
  addDoctor,
]
