import type { Database } from '../../src/core/db/index.ts'
import { type Load, serveLoad, startLoad } from './load.ts'
import { openWithDemonstration } from './product.ts'
import { type BenchStore, onEachEngine } from './stores.ts'

/** Measures on each engine, with the demonstration in it and a thread that asks; `bench` is the measuring file itself. */
export async function underLoad(
  bench: string,
  measure: (on: BenchStore, database: Database, load: Load) => Promise<void>,
): Promise<void> {
  if (serveLoad()) return
  const load = startLoad(bench)
  try {
    await onEachEngine(async (on) => {
      const database = await openWithDemonstration(on.store)
      try {
        await measure(on, database, load)
      } finally {
        await database.close()
      }
    })
  } finally {
    await load.stop()
  }
}
