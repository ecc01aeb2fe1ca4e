import { systemActor } from '../src/core/auth/index.ts'
import { loadCalendars } from '../src/core/calendar/index.ts'
import { asActor, type Database, migrate, openDatabase } from '../src/core/db/index.ts'
import { prepareJobs } from '../src/core/jobs/index.ts'
import { systemClock } from '../src/core/values/index.ts'
import { isDemonstrationLoaded, loadDemonstration } from '../src/demonstration.ts'
import { jobs } from '../src/jobs.ts'
import { migrations } from '../src/migrations.ts'
import { loadPlaces } from '../src/places/index.ts'
import { loadTaxonomies } from '../src/providers/index.ts'
import { startWork } from '../src/worker.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { quietServices } from './support/product.ts'
import { startProgram, until } from './support/program.ts'
import { median } from './support/statistics.ts'
import { onFolder } from './support/stores.ts'

/** What design.md holds a start to, from the command to the first page, seconds. */
const bounds = { first: 120, second: 3 }

/** From outside: what `/health` says the program is doing, until its front page comes. */
async function wholeStart(folder: string): Promise<{ steps: Map<string, number>; seconds: number }> {
  const program = await startProgram({ MERCAT_DATA_DIR: folder })
  try {
    const steps = new Map<string, number>()
    let [since, doing] = [program.began, 'Node, bundle and opening the database']
    const enter = (next: string) => {
      const now = performance.now()
      steps.set(doing, (steps.get(doing) ?? 0) + now - since)
      ;[since, doing] = [now, next]
    }
    await until(async () => {
      const response = await fetch(`${program.url}/health`)
      const answer = (await response.json()) as { status: string; doing?: string }
      const said = answer.status === 'ready' ? 'front page' : (answer.doing ?? '').replace(/:.*/, '')
      if (said !== doing) enter(said)
      return answer.status === 'ready' ? true : undefined
    })
    await until(async () => ((await fetch(`${program.url}/`)).status === 200 ? true : undefined))
    enter('')
    return { steps, seconds: (performance.now() - program.began) / 1000 }
  } finally {
    await program.stop()
  }
}

/** From inside: the same functions in the same order as the program calls them, each timed. */
async function stepByStep(folder: string): Promise<Map<string, number>> {
  const steps = new Map<string, number>()
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = await work()
    steps.set(name, performance.now() - began)
    return result
  }
  const as = (work: Parameters<typeof asActor<void>>[2]) => (database: Database) =>
    asActor(database, systemActor(), work)
  const database = await timed('opening the database', () => openDatabase({ kind: 'embedded', folder }))
  try {
    await timed('migrating', () => migrate(database, migrations))
    await timed('calendars', () => as(loadCalendars)(database))
    await timed('places', () => as(async (db) => void (await loadPlaces(db)))(database))
    await timed('taxonomies', () => as(async (db) => void (await loadTaxonomies(db)))(database))
    await timed('queues of jobs', () => prepareJobs(database, jobs))
    await timed('demonstration', async () => {
      if (!(await isDemonstrationLoaded(database))) await loadDemonstration(database, systemClock)
    })
    const work = await timed('starting the jobs', () => startWork(quietServices(database)))
    await work.stop()
  } finally {
    await database.close()
  }
  return steps
}

/** The middle of several starts, step by step. */
function middleOf(starts: readonly { steps: ReadonlyMap<string, number>; seconds: number }[]) {
  const names = [...new Set(starts.flatMap(({ steps }) => [...steps.keys()]))]
  return {
    steps: new Map(names.map((name) => [name, median(starts.map(({ steps }) => steps.get(name) ?? 0))])),
    seconds: median(starts.map(({ seconds }) => seconds)),
  }
}

const beside = (first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>) =>
  [...new Set([...first.keys(), ...second.keys()])].map((name) => [
    name,
    digits(first.get(name) ?? 0),
    digits(second.get(name) ?? 0),
  ])

await onFolder(async (folder) => {
  const first = await wholeStart(folder)
  const again = []
  for (let start = 0; start < 5; start += 1) again.push(await wholeStart(folder))
  const second = middleOf(again)
  printTable(
    'Starts of the program on an empty embedded folder, by what it says it is doing (second: median of 5)',
    ['doing', 'first, ms', 'second, ms'],
    [
      ...beside(first.steps, second.steps),
      ['from command to front page', digits(first.seconds * 1000), digits(second.seconds * 1000)],
      ['bound', `${bounds.first} s`, `${bounds.second} s`],
      ['', verdict(first.seconds <= bounds.first), verdict(second.seconds <= bounds.second)],
    ],
  )
})
await onFolder(async (folder) => {
  const [first, second] = [await stepByStep(folder), await stepByStep(folder)]
  printTable(
    'The same steps called one by one in this process',
    ['step', 'first, ms', 'second, ms'],
    beside(first, second),
  )
})
