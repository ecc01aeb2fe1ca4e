import { type Actor, accountOf, type Partnership } from '../../auth/index.ts'
import { type Db, json } from '../../db/index.ts'
import { invalid } from '../../errors/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { record } from '../../ledger/index.ts'
import { newId } from '../../values/index.ts'
import { importJob } from '../jobs.ts'
import type { Mapping } from '../mapping.ts'
import { type Run, runById } from '../queries/runs.ts'
import { isAtWork, type RunAction, stepFrom } from '../run-state.ts'
import { importing } from '../schema.ts'
import { forgetRun } from './forget-run.ts'

/** What somebody asks of an import, on a page that showed it as `ticket` names it. */
export interface Asking {
  readonly action: RunAction
  readonly ticket: string
  /** For a trial: the columns chosen by hand. */
  readonly mapping?: Mapping
  /** For an import: nothing is taken unless every row is good. */
  readonly allOrNothing?: boolean
  readonly at: Date
}

const events: { readonly [action in RunAction]: string } = {
  try: 'importing.trial-asked',
  columns: 'importing.columns-reopened',
  import: 'importing.import-asked',
  anyway: 'importing.import-asked',
  again: 'importing.asked-again',
  'throw-away': 'importing.thrown-away',
}

/**
 * Does what was asked, once: of two people who press at the same moment, or on a page that is out of date, one changes
 * nothing. Says whether it was this one.
 */
export async function askRun(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  id: string,
  asking: Asking,
): Promise<boolean> {
  const run = await runById(db, partnership.id, id)
  const to = stepFrom(run.state, asking.action, run.heard_at, asking.at)
  if (!to || run.ticket !== asking.ticket) return false
  if (run.digest === null) throw invalid('The file is not kept any more.', 'Upload it again.')
  const ticket = newId()
  const { numUpdatedRows } = await importing(db)
    .updateTable('import_run')
    .set({ state: to, ticket, rows_read: 0, attempts: 0, heard_at: asking.at, ...changes(run, actor, asking) })
    .where('partnership_id', '=', partnership.id)
    .where('id', '=', run.id)
    // A second press waits here for the first, and then finds another ticket.
    .where('ticket', '=', run.ticket)
    .where('state', '=', run.state)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  if (asking.action === 'throw-away') await forgetRun(db, { ...run, state: to })
  if (isAtWork(to)) await enqueue(db, importJob, { partnershipId: partnership.id, runId: run.id, ticket })
  await record(db, actor, asking.at, {
    event: events[asking.action],
    subject: { kind: 'import', id: run.id },
    payload: { kind: run.kind, file: run.file_name, ...details(asking) },
  })
  return true
}

function changes(run: Run, actor: Actor, { action, mapping, allOrNothing = false }: Asking) {
  if (action === 'try') return { mapping: json(mapping ?? run.mapping), ...fresh }
  if (action === 'again') return run.state === 'failed' ? fresh : {}
  if (action === 'import' || action === 'anyway') {
    return { all_or_nothing: allOrNothing, anyway: action === 'anyway', imported_by: accountOf(actor), trouble: null }
  }
  return {}
}

const fresh = { report: null, doubt: null, trouble: null, all_or_nothing: false, anyway: false }

const details = ({ action, mapping, allOrNothing }: Asking) => ({
  ...(mapping ? { mapping } : {}),
  ...(allOrNothing ? { allOrNothing } : {}),
  ...(action === 'anyway' ? { anyway: true } : {}),
})
