import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { SignedIn } from '../../auth/index.ts'
import { ownerOf } from '../../db/database.ts'
import { type Door, inTurn, note, shutUntil } from '../door.ts'
import { decrypted, encrypted, type Library, libraryOf } from '../library.ts'
import { totpAddress, totpStep } from '../totp.ts'
import { startWith } from './last-code.ts'
import { aboutOf, rotate } from './sessions.ts'

/** An authenticator that is being set up: what its QR code holds, and the secret to type where no camera is. */
export interface NewAuthenticator {
  readonly address: string
  readonly secret: string
}

const pendingName = (userId: string) => `second-step:${userId}`
const hour = 3_600_000
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const random = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** Begins to set up an authenticator; nothing holds until its first code is confirmed. */
export async function beginAuthenticator(door: Door, { userId }: SignedIn): Promise<void> {
  const { context } = await libraryOf(door)
  await context.internalAdapter.deleteVerificationByIdentifier(pendingName(userId))
  const value = await encrypted(context, random(20))
  await context.internalAdapter.createVerificationValue({
    identifier: pendingName(userId),
    value,
    expiresAt: new Date(Date.now() + hour),
  })
}

/** The authenticator that is being set up, when one is. */
export async function newAuthenticator(
  door: Door,
  { userId, account }: SignedIn,
): Promise<NewAuthenticator | undefined> {
  const secret = await pendingSecret(await libraryOf(door), userId)
  if (!secret) return undefined
  const address = totpAddress(secret, account.email)
  return { address, secret: new URL(address).searchParams.get('secret') ?? '' }
}

/** What became of the first code of a new authenticator. */
export type Confirmed =
  | { readonly is: 'set'; readonly codes: readonly string[]; readonly cookie: string }
  | { readonly is: 'wrong' }
  | { readonly is: 'locked'; readonly until: Date }
  | { readonly is: 'nothing-pending' }

/** Takes a new authenticator into use when its code is right: ten recovery codes, a new token, every other session ends. */
export function confirmAuthenticator(door: Door, signedIn: SignedIn, code: string): Promise<Confirmed> {
  const about = aboutOf(signedIn)
  return inTurn(about.accountId, async () => {
    const until = await shutUntil(door, { accountId: about.accountId })
    if (until) return { is: 'locked', until }
    const library = await libraryOf(door)
    const secret = await pendingSecret(library, signedIn.userId)
    if (!secret) return { is: 'nothing-pending' }
    // By the machine's clock, because the authenticator goes by it as well.
    const step = totpStep(secret, code, new Date())
    if (step === undefined) {
      await note(door, { kind: 'wrong-code', ...about })
      return { is: 'wrong' }
    }
    const codes = recoveryCodes()
    const { context } = library
    const data = {
      secret: await encrypted(context, secret),
      backupCodes: await encrypted(context, JSON.stringify(codes)),
      verified: true,
      failedVerificationCount: 0,
      lockedUntil: null,
    }
    const where = [{ field: 'userId', value: signedIn.userId }]
    const standing = await context.adapter.findOne({ model: 'twoFactor', where })
    if (standing) await context.adapter.update({ model: 'twoFactor', where, update: data })
    else await context.adapter.create({ model: 'twoFactor', data: { ...data, userId: signedIn.userId } })
    await startWith(door, about.accountId, step)
    await context.internalAdapter.updateUser(signedIn.userId, { twoFactorEnabled: true })
    await context.internalAdapter.deleteVerificationByIdentifier(pendingName(signedIn.userId))
    await sql`delete from sign_in.session where "userId" = ${signedIn.userId} and id <> ${signedIn.sessionId}`.execute(
      ownerOf(door.database),
    )
    const cookie = await rotate(door, signedIn.sessionId)
    await note(door, { kind: 'second-step-set', ...about })
    return { is: 'set', codes, cookie }
  })
}

/** Makes ten new recovery codes; the old ones open nothing any more. */
export async function newRecoveryCodes(door: Door, signedIn: SignedIn): Promise<readonly string[]> {
  const { context } = await libraryOf(door)
  const codes = recoveryCodes()
  await context.adapter.update({
    model: 'twoFactor',
    where: [{ field: 'userId', value: signedIn.userId }],
    update: { backupCodes: await encrypted(context, JSON.stringify(codes)) },
  })
  await note(door, { kind: 'recovery-codes-made', ...aboutOf(signedIn) })
  return codes
}

/** How many recovery codes still open; undefined where there is no second step to need them. */
export async function recoveryCodesLeft(door: Door, { userId }: SignedIn): Promise<number | undefined> {
  const { context } = await libraryOf(door)
  const where = [{ field: 'userId', value: userId }]
  const standing = await context.adapter.findOne<{ backupCodes: string }>({ model: 'twoFactor', where })
  if (!standing) return undefined
  // What was encrypted with a secret that has gone since can't be counted, nor used.
  const codes = await decrypted(context, standing.backupCodes).catch(() => '[]')
  return (JSON.parse(codes) as string[]).length
}

const recoveryCodes = () => Array.from({ length: 10 }, () => `${random(5)}-${random(5)}`)

async function pendingSecret({ context }: Library, userId: string): Promise<string | undefined> {
  const pending = await context.internalAdapter.findVerificationValue(pendingName(userId))
  if (!pending || pending.expiresAt < new Date()) return undefined
  return decrypted(context, pending.value)
}
