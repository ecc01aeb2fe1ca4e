import type { Db } from '../../../core/db/index.ts'
import { lastEntriesOf } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { organisationNames } from '../../../providers/index.ts'
import { namesOfAccounts } from '../../desk/queries/brokers.ts'
import { type Sending, sentEvent } from '../sending.ts'

/** Entries of a plan that are looked through. */
const mostEntries = 60

/** What became of offers that were sent from a plan, the latest first, with how everyone is called. */
export async function sendingsOf(db: Db, partnershipId: Id, runId: Id) {
  const entries = await lastEntriesOf(db, partnershipId, { kind: 'solve-run', id: runId }, mostEntries)
  const sendings = entries.flatMap(({ event, payload, at, accountId }) =>
    event === sentEvent && payload ? [{ at, accountId, sending: payload as Sending }] : [],
  )
  const accounts = await namesOfAccounts(
    db,
    sendings.flatMap(({ accountId }) => accountId ?? []),
  )
  const asked = sendings.flatMap(({ sending }) => sending.sent.flatMap(({ to }) => to))
  return {
    sendings: sendings.map(({ at, accountId, sending }) => ({
      at,
      by: (accountId && accounts.get(accountId)) || null,
      sending,
    })),
    organisations: await organisationNames(db, [...new Set(asked)]),
  }
}
