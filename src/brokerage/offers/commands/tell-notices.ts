import { type Partnership, partnershipById, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../../core/db/index.ts'
import { sendLater } from '../../../core/outbox/index.ts'
import { type Address, addressesFor } from '../../../core/sign-in/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { offerPath, packagePath } from '../../paths.ts'
import { partnershipMails, providerMails } from '../mails.ts'
import type { NoticeKind, PartnershipNotice, ProviderNotice } from '../notice-kind.ts'
import { takeNotices, type UntoldNotice, untoldNotices } from '../queries/untold-notices.ts'

/** Whose addresses are known. */
const told = ['broker', 'finance-officer', 'commissioner'] as const

const approverKinds: readonly NoticeKind[] = ['approval-asked', 'approval-still-waiting']

/**
 * Writes the mails of a partnership's notices. The addresses are read as the product at large, for a provider's people
 * may have been invited by another partnership; each notice is told once, whoever else is at it.
 */
export async function tellNotices(
  database: Database,
  at: Date,
  partnershipId: Id,
  origin: string | undefined,
): Promise<number> {
  for (let sum = 0; ; ) {
    const notices = await asActor(database, systemActor(partnershipId), (db) => untoldNotices(db, partnershipId))
    if (notices.length === 0) return sum
    const organisationIds = [...new Set(notices.flatMap(({ organisationId }) => organisationId ?? []))]
    const addresses = await asActor(database, systemActor(), (db) =>
      addressesFor(db, { partnershipId, roles: told, organisationIds }),
    )
    sum += await asActor(database, systemActor(partnershipId), async (db) => {
      const partnership = await partnershipById(db, partnershipId)
      const mine = await takeNotices(
        db,
        partnershipId,
        notices.map(({ id }) => id),
        at,
      )
      for (const notice of notices.filter(({ id }) => mine.has(id))) {
        for (const to of recipientsOf(notice, addresses)) await send(db, at, { partnership, notice, to, origin })
      }
      return mine.size
    })
  }
}

function recipientsOf({ kind, organisationId }: UntoldNotice, addresses: readonly Address[]): string[] {
  if (organisationId) {
    return addresses.filter((one) => one.organisationId === organisationId).map(({ email }) => email)
  }
  const roles = approverKinds.includes(kind) ? ['finance-officer', 'commissioner'] : ['broker']
  return addresses
    .filter((one) => one.organisationId === null && one.roles.some((role) => roles.includes(role)))
    .map(({ email }) => email)
}

interface Sending {
  readonly partnership: Partnership
  readonly notice: UntoldNotice
  readonly to: string
  readonly origin: string | undefined
}

async function send(db: Db, at: Date, { partnership, notice, to, origin }: Sending): Promise<void> {
  const { id: partnershipId, slug } = partnership
  const { kind, organisationId, offerReference, packageReference } = notice
  if (organisationId && offerReference) {
    const place = placeOf(origin, offerPath(slug, offerReference), 'your offers in Mercat, after signing in')
    const values = { reference: offerReference, place }
    await sendLater(db, at, { partnershipId, mail: providerMails[kind as ProviderNotice], to, values })
    return
  }
  const place = placeOf(origin, packagePath(slug, packageReference), 'the package in Mercat, after signing in')
  const values = { reference: packageReference, place }
  await sendLater(db, at, { partnershipId, mail: partnershipMails[kind as PartnershipNotice], to, values })
}

const placeOf = (origin: string | undefined, path: string, words: string): string =>
  origin === undefined ? `${words}.` : `${origin}${path}`
