import { allPartnerships, systemActor } from '../auth/index.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import { fileInMemory, type ImportOptions, isDoubt } from '../import/index.ts'
import { type JobHandler, onJob } from '../jobs/index.ts'
import type { Clock } from '../values/index.ts'
import { forgetOldRuns } from './commands/forget-old-runs.ts'
import { type Begun, beginWork, type Ended, endWork, noteProgress, type Work } from './commands/work-on-run.ts'
import type { ImportKind } from './import-kind.ts'
import { forgetImportsJob, importJob } from './jobs.ts'
import { mostAttempts } from './run-state.ts'

/** Milliseconds between two notes of how far an import has come. */
const beat = 1000

/** The work of trying files out, of importing them, and of forgetting them; the kinds say how each is read. */
export function onImports(database: Database, clock: Clock, kinds: readonly ImportKind[]): JobHandler[] {
  return [
    onJob(importJob, async (work, { act }) => {
      const begun = await act((db) => beginWork(db, work, clock.now()))
      if (!begun) return
      const ended = await importing(database, clock, kinds, work, begun)
      await act((db) => endWork(db, begun.run, ended, clock.now()))
    }),
    onJob(forgetImportsJob, async () => {
      for (const { id } of await asActor(database, systemActor(), allPartnerships))
        await asActor(database, systemActor(id), (db) => forgetOldRuns(db, id, clock.now()))
    }),
  ]
}

async function importing(
  database: Database,
  clock: Clock,
  kinds: readonly ImportKind[],
  work: Work,
  begun: Begun,
): Promise<Ended> {
  const kind = kinds.find(({ key }) => key === begun.run.kind)
  if (!kind) return { how: 'refused', trouble: 'This kind of file can’t be imported any more.' }
  const act = (write: (db: Db) => Promise<void>) => asActor(database, systemActor(work.partnershipId), write)
  const progress = notes((rows) => act((db) => noteProgress(db, work, rows, clock.now())))
  try {
    return await run(database, kind, begun, clock.now(), progress.tell)
  } catch (error) {
    if (error instanceof MercatError) return { how: 'refused', trouble: sentencesOf(error) }
    // Tried again by itself, for it may be the database that was away; at last somebody has to be told.
    if (begun.run.attempts < mostAttempts) throw error
    return { how: 'refused', trouble: 'Something went wrong on our side each time that it was begun.' }
  } finally {
    await progress.stop()
  }
}

/** Runs the import that was asked for: a trial of a doubtful file goes on in spite of it, so that its report can be read. */
async function run(
  database: Database,
  kind: ImportKind,
  { run, partnership, bytes }: Begun,
  at: Date,
  onProgress: (done: { rows: number }) => void,
): Promise<Ended> {
  const { state, chosen, mapping, anyway: yes, all_or_nothing: allOrNothing } = run
  const options = { dryRun: state === 'trying', allOrNothing, yes, mapping, at, onProgress }
  const go = (over: ImportOptions = {}) =>
    kind.run(database, {
      partnership,
      file: fileInMemory(run.file_name, bytes),
      chosen,
      options: { ...options, ...over },
    })
  try {
    return { how: 'done', report: await go(), doubt: undefined }
  } catch (error) {
    if (!isDoubt(error)) throw error
    // Its advice is for those who type commands.
    if (state === 'importing') return { how: 'doubted', doubt: error.message }
    return { how: 'done', report: await go({ yes: true }), doubt: error.message }
  }
}

const sentencesOf = ({ message, advice }: MercatError) => [message, advice].filter(Boolean).join(' ')

/** Notes progress once in a while, one note after the other, however often it is told. */
function notes(write: (rows: number) => Promise<void>) {
  let [rows, writing] = [0, Promise.resolve()]
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    writing = write(rows)
      // A note that is lost is no harm: the next one says more.
      .catch(() => {})
      .finally(() => {
        busy = false
      })
  }, beat)
  return {
    tell: (done: { rows: number }) => {
      rows = done.rows
    },
    stop: async () => {
      clearInterval(timer)
      await writing
    },
  }
}
