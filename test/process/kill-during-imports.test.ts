import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { systemActor } from '../../src/core/auth/index.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { asActor, openDatabase } from '../../src/core/db/index.ts'
import { sharedChain, verifyLedger } from '../../src/core/ledger/index.ts'
import { emptyFolder, mercat, migratedFolder, type Running, ready, serve, start } from './mercat.ts'

/** `MERCAT_KILL_ROUNDS=20 vitest run test/process/kill-during-imports.test.ts` for the figure that is promised. */
const rounds = Number(process.env.MERCAT_KILL_ROUNDS ?? 3)

const areas = Array.from(
  { length: 20 },
  (_, index) =>
    `S120000${[5, 6, 8, 10, 11, 13, 14, 17, 18, 19, 20, 21, 23, 26, 27, 28, 29, 30, 33, 34][index]?.toString().padStart(2, '0')}`,
)
const years = Array.from({ length: 20 }, (_, index) => 2000 + index)
const ages = Array.from({ length: 91 }, (_, age) => age)
const lines = areas.length * years.length * 3

/** A file in the layout of National Records of Scotland, made up. */
function madeUpFile(): string {
  const header = `Year,CA,CAQF,Sex,SexQF,AllAges,${ages.map((age) => (age === 90 ? 'Age90plus' : `Age${age}`)).join(',')}`
  const rows = areas.flatMap((area, place) =>
    years.flatMap((year) =>
      [1, 2, 3].map((share) => {
        const people = ages.map((age) => share * (100 + place + ((age * year) % 17)))
        const sex = share === 1 ? 'Male' : share === 2 ? 'Female' : 'All'
        return `${year},${area},,${sex},,${people.reduce((sum, one) => sum + one)},${people.join(',')}`
      }),
    ),
  )
  return [header, ...rows].join('\n')
}

const importOf = (file: string, vintage: number) => [
  ...['import', 'population', file, '--layout', 'nrs', '--kind', 'projection'],
  ...['--vintage', String(vintage), '--json'],
]

/** Whether the program has said that the import is done. */
const acknowledged = (running: Running): boolean => {
  try {
    return JSON.parse(running.out()).applied === true
  } catch {
    return false
  }
}

/** Opens the folder as the next process would: how many rows each edition has, how often the ledger names it, whether it holds. */
async function look(folder: string) {
  const database = await openDatabase({ kind: 'embedded', folder })
  try {
    const { rows } = await sql<{ vintage: number; rows: number }>`select e.vintage, count(c.year)::int as rows
      from population_edition e left join population_count c on c.edition_id = e.id group by e.vintage`.execute(
      ownerOf(database),
    )
    const entries = await sql<{ id: string; entries: number }>`select subject_id as id, count(*)::int as entries
      from ledger_entry where event = 'market.population-imported' group by subject_id`.execute(ownerOf(database))
    const ledger = await asActor(database, systemActor(), (db) => verifyLedger(db, sharedChain))
    return {
      rows: new Map(rows.map((row) => [row.vintage, row.rows])),
      entries: new Map(entries.rows.map((row) => [row.id, row.entries])),
      whole: ledger.ok,
    }
  } finally {
    await database.close()
  }
}

/** Checks that after every kill each import is there whole or not at all, and there when it was acknowledged. */
async function judge(folder: string, told: ReadonlyMap<number, boolean>): Promise<{ there: number }> {
  const found = await look(folder)
  expect(found.whole).toBe(true)
  let there = 0
  for (const [vintage, wasTold] of told) {
    const rows = found.rows.get(vintage) ?? 0
    if (wasTold) expect(rows, `edition ${vintage} was acknowledged`).toBe(lines)
    expect([0, lines], `edition ${vintage} is whole or absent`).toContain(rows)
    expect(found.entries.get(`projection-${vintage}`) ?? 0, `edition ${vintage} in the ledger`).toBe(rows === 0 ? 0 : 1)
    if (rows > 0) there += 1
  }
  return { there }
}

/** Kills at a moment of the round: every third on the acknowledgement itself, the others in the first and the second half. */
async function killAt(round: number, usual: number, victim: Running, command: Running): Promise<number> {
  const moment = round % 3 === 2 ? Number.POSITIVE_INFINITY : usual * (((round % 3) + Math.random()) / 2)
  const began = performance.now()
  let over = false
  void command.ended.then(() => {
    over = true
  })
  while (
    !over &&
    performance.now() - began < moment &&
    !(moment === Number.POSITIVE_INFINITY && acknowledged(command))
  ) {
    await sleep(1)
  }
  // The next moments are spread over the shortest time that an import has taken, so that some fall before its end.
  const shortest = acknowledged(command) ? Math.min(usual, performance.now() - began) : usual
  victim.child.kill('SIGKILL')
  await Promise.all([victim.ended, command.ended])
  return shortest
}

async function timed(running: Running): Promise<number> {
  const began = performance.now()
  await running.ended
  return performance.now() - began
}

describe.skipIf(inject('database').kind !== 'embedded')(
  'kill -9 during imports loses nothing that was acknowledged',
  () => {
    test(
      `${rounds} times out of ${rounds} when the command itself is killed`,
      async () => {
        const [folder, made] = [await migratedFolder(), join(await emptyFolder(), 'made-up.csv')]
        await writeFile(made, madeUpFile())
        const around = { env: { MERCAT_DATA_DIR: folder } }
        const first = start(importOf(made, 1950), around)
        let usual = await timed(first)
        const told = new Map([[1950, acknowledged(first)]])
        expect(told.get(1950), first.err()).toBe(true)
        let there = 0
        for (let round = 0; round < rounds; round += 1) {
          const command = start(importOf(made, 1951 + round), around)
          usual = await killAt(round, usual, command, command)
          told.set(1951 + round, acknowledged(command))
          there = (await judge(folder, told)).there
        }
        const doctor = await mercat(['doctor', '--json'], around)
        expect(JSON.parse(doctor.out).ok).toBe(true)
        report('command', rounds, usual, told, there)
      },
      rounds * 30_000 + 60_000,
    )

    test(
      `${rounds} times out of ${rounds} when the server that the command was handed to is killed`,
      async () => {
        const [folder, made] = [await migratedFolder(), join(await emptyFolder(), 'made-up.csv')]
        await writeFile(made, madeUpFile())
        const around = { env: { MERCAT_DATA_DIR: folder, MERCAT_DEMO: '0' } }
        let server = await ready(await serve(around))
        const first = start(importOf(made, 1950), around)
        let usual = await timed(first)
        const told = new Map([[1950, acknowledged(first)]])
        expect(told.get(1950), first.err()).toBe(true)
        let there = 0
        for (let round = 0; round < rounds; round += 1) {
          const command = start(importOf(made, 1951 + round), around)
          usual = await killAt(round, usual, server, command)
          told.set(1951 + round, acknowledged(command))
          // Killed before the command found it, the server is missed and the command does the work by itself.
          if (!acknowledged(command))
            expect(command.err()).toContain('The server stopped before the command was finished')
          there = (await judge(folder, told)).there
          if (round < rounds - 1) server = await ready(await serve(around))
        }
        const doctor = await mercat(['doctor', '--json'], around)
        expect(JSON.parse(doctor.out).ok).toBe(true)
        report('server', rounds, usual, told, there)
      },
      rounds * 30_000 + 60_000,
    )
  },
)

function report(killed: string, times: number, usual: number, told: ReadonlyMap<number, boolean>, there: number): void {
  const acknowledgements = [...told.values()].filter(Boolean).length - 1
  process.stdout.write(
    `  ${killed} killed ${times} times during imports of ${lines} lines (${Math.round(usual)} ms when left alone): ` +
      `${acknowledgements} acknowledged, ${there - 1} whole, ${times - there + 1} wholly absent, none torn\n`,
  )
}
