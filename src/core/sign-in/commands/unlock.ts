import type { Config } from '../../config/index.ts'
import type { Database } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import type { Clock } from '../../values/index.ts'
import { accountBy, nameDigestOf, note } from '../door.ts'

/**
 * Opens the door again that wrong passwords or codes have shut, without waiting; for whoever runs the machine, because
 * anybody who knows an email address can shut it.
 */
export async function unlock(
  services: { database: Database; config: Config; clock: Clock },
  email: string,
): Promise<void> {
  const account = await accountBy(services.database, { email })
  if (!account || account.ended) throw notFound('An account with this email address that has not ended')
  await note(
    { ...services, visitor: { address: 'this machine', browser: 'A command' } },
    {
      kind: 'unlocked',
      accountId: account.id,
      partnershipId: account.memberships[0]?.grantedBy,
      nameDigest: nameDigestOf(services.config, account.email),
    },
  )
}
