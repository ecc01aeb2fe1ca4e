import type { Actor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { openRound } from '../../offers/commands/open-round.ts'
import { type Sending, sentEvent } from '../sending.ts'

/** A package for which offers are to go out, as it was seen. */
export interface PackageToSend {
  readonly packageId: Id
  readonly reference: string
  readonly version: number
}

/**
 * Sends offers for some packages of a plan by the rule of each, as the desk does: a package in a transaction of its own,
 * so that one with which somebody else has dealt meanwhile keeps no other back. One entry of the ledger, besides those of
 * the offers, names the plan and what was sent from it. The plan decides nothing about who is asked.
 */
export async function sendPlanned(
  database: Database,
  actor: Actor,
  {
    partnershipId,
    runId,
    packages,
    at,
  }: {
    readonly partnershipId: Id
    readonly runId: Id
    readonly packages: readonly PackageToSend[]
    readonly at: Date
  },
): Promise<Sending> {
  const sent: Sending['sent'][number][] = []
  const not: Sending['not'][number][] = []
  const payload: Sending = { sent, not }
  try {
    for (const { packageId, reference, version } of packages) {
      const outcome = await asActor(database, actor, (db) =>
        openRound(db, actor, { partnershipId, packageId, version, at }),
      )
      if (outcome.outcome === 'refused') not.push({ packageId, reference, sentence: outcome.sentence })
      else sent.push({ packageId, reference, to: outcome.sent.map(({ organisationId }) => organisationId) })
    }
  } finally {
    // What went out before something broke was sent from the plan all the same.
    await asActor(database, actor, (db) =>
      record(db, actor, at, { event: sentEvent, subject: { kind: 'solve-run', id: runId }, payload }),
    )
  }
  return payload
}
