import { openDatabase } from '../../src/core/db/index.ts'
import { MercatError } from '../../src/core/errors/index.ts'
import { prepare } from '../../src/prepare.ts'

/** One process of the migration test: opens the store it is told, makes it ready, says what it applied or why not. */
const store: Parameters<typeof openDatabase>[0] = JSON.parse(process.argv[2] ?? '')
const ready = new Promise((resolve) => process.once('message', resolve))
process.send?.('ready')
await ready
try {
  const database = await openDatabase(store)
  const { applied } = await prepare(database)
  process.send?.({ applied })
  // Held until told to end, as a server holds its folder.
  await new Promise((resolve) => process.once('message', resolve))
  await database.close()
} catch (error) {
  process.send?.({ refused: error instanceof MercatError ? error.message : String(error) })
}
process.disconnect?.()
