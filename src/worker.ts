import { onOffers, onPlacements, onSolving, onUnmet, sweepOffersJob } from './brokerage/index.ts'
import { type CommandContext, say } from './commands/context.ts'
import { systemActor } from './core/auth/index.ts'
import { announceWork, asActor } from './core/db/index.ts'
import type { Services } from './core/http/index.ts'
import { onImports } from './core/importing/index.ts'
import { enqueue, type JobHandler, type Jobs, onVacuum, startJobs } from './core/jobs/index.ts'
import { mailerFor, onMail } from './core/outbox/index.ts'
import { onForgetSignIns } from './core/sign-in/index.ts'
import { solveInWorker } from './core/solver/index.ts'
import { importKinds } from './import-kinds.ts'
import { prepare } from './prepare.ts'
import { onConfirmProviders, onCopyShared, onPlanTasks } from './procurement/index.ts'
import { given, stopSignal } from './stop-signal.ts'

/** Starts the work on every job; `stop` waits for what is under way. */
export async function startWork(services: Services): Promise<Jobs> {
  const { database, clock, config, log } = services
  const mailer = mailerFor(config, clock)
  const handlers: JobHandler[] = [
    onVacuum(database),
    ...onMail(database, clock, mailer),
    onForgetSignIns(database, clock),
    onCopyShared(database, clock),
    ...onImports(database, clock, importKinds),
    onConfirmProviders(database, clock),
    onPlanTasks(database, clock),
    ...onOffers(database, clock, config.publicUrl),
    ...onUnmet(database, clock),
    onPlacements(database, clock),
    onSolving(database, clock, solveInWorker),
  ]
  const jobs = await startJobs(database, handlers, log)
  // What fell due while no worker ran is not left until the next full minute.
  await asActor(database, systemActor(), (db) => enqueue(db, sweepOffersJob, { partnershipId: null }))
  return {
    stop: async () => {
      await jobs.stop()
      mailer?.close()
    },
  }
}

/** Works through the jobs until told to stop, beside servers on the same database. */
export async function work(context: CommandContext, options: { json?: boolean } = {}): Promise<void> {
  const stop = stopSignal()
  const database = await context.database()
  await prepare(database)
  const services = { database, clock: context.clock, config: context.config(), log: context.log() }
  const leave = await announceWork(database)
  const jobs = await startWork(services)
  say(context, options, { ready: true }, 'The worker is ready.')
  await given(stop)
  await jobs.stop()
  leave()
}
