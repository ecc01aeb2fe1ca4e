import { openDatabase } from '../src/core/db/index.ts'
import { prepare } from '../src/prepare.ts'
import { newBrokerage } from '../test/support/brokerage.ts'
import { races } from '../test/support/races/index.ts'
import { runRaces } from '../test/support/races/run.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { onEachEngine } from './support/stores.ts'

/** Races on PostgreSQL, with real concurrency; `RACES` says how many otherwise. */
const count = Number(process.env.RACES ?? 10_000)
/** Partnerships in which races run side by side. */
const lanes = 4

await onEachEngine(async ({ name, store }) => {
  const database = await openDatabase(store)
  try {
    await prepare(database)
    const many = name === 'PostgreSQL' ? count : Object.keys(races).length * 5
    const worlds = []
    for (let lane = 0; lane < (name === 'PostgreSQL' ? lanes : 1); lane += 1) worlds.push(await newBrokerage(database))
    const began = performance.now()
    const { raced, wrong } = await runRaces(worlds, many)
    const seconds = (performance.now() - began) / 1000
    printTable(
      `Races for offers on ${name}: ${digits(many)} in ${digits(seconds)} s`,
      ['raced for', 'races'],
      Object.entries(raced).map(([kind, times]) => [kind, digits(times)]),
    )
    console.log(`wrong outcomes: ${wrong.length} (${verdict(wrong.length === 0)})`)
    for (const one of wrong.slice(0, 20)) console.log(`  ${one}`)
    if (wrong.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
})
