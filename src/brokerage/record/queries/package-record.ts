import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { headOf, type ProvenEntry, provenEntriesOf } from '../../../core/ledger/index.ts'
import { brokerage } from '../../schema/index.ts'
import { withoutCommerce } from '../commercial.ts'
import { mayTellOfPerson } from '../withheld.ts'

const how =
  'Each digest is the SHA-256, in hexadecimal, of canonical JSON: keys sorted, no blanks. payloadDigest is of the salt, ' +
  'a full stop and the payload. digest is of the list [partnership, seq, id, at, actorKind, accountId, event, subject kind, ' +
  'subject id, rule, ruleVersion, payloadDigest, previous]; previous is the digest of the entry before in the ' +
  'partnership’s chain. A payload that may hold words about a person is withheld, and its salt with it: its digest still ' +
  'stands in the chain. A payload that holds prices, hours and dealings of providers is shown without them, and its salt is ' +
  'withheld, since few numbers are soon guessed: each provider keeps its places by them, and “sealed” is the digest of a key, a full ' +
  'stop and its figures, which the partnership opens to that provider alone. “replays” tells whether the rule, given the whole ' +
  'again, comes to the decision that stands.'

/** What is recorded of a package, as it may be given to whoever challenges a decision: nothing in it says who it is for. */
export async function packageRecord(db: Db, partnership: Partnership, reference: string, at: Date) {
  const found = await brokerage(db)
    .selectFrom('care_package')
    .select(['id', 'reference'])
    .where('partnership_id', '=', partnership.id)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!found) throw notFound('This package')
  const entries = await provenEntriesOf(db, partnership.id, { kind: 'package', ids: [found.id] })
  return {
    record: 'mercat-package',
    partnership: { id: partnership.id, name: partnership.name },
    package: found.reference,
    made: at,
    how,
    chain: (await headOf(db, partnership.id)) ?? null,
    entriesHold: entries.every(({ holds }) => holds),
    entries: entries.map(shown),
  }
}

function shown({ said, holds: _, ...entry }: ProvenEntry) {
  if (said === null) return { ...entry, withheld: 'erased' as const }
  if (mayTellOfPerson(entry.event)) return { ...entry, withheld: 'personal data' as const }
  const { payload, withheld } = withoutCommerce(said.payload, said.salt)
  return withheld ? { ...entry, withheld: 'trade of providers' as const, payload } : { ...entry, ...said }
}
