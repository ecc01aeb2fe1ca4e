import type { Actor } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { type Happening, recordAll } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'

/** One piece of work in a partnership: what its parts write, and what they tell the ledger when all is written. */
export interface Work {
  /** Of the partnership's staff or of the product: a provider's own transaction can't write. */
  readonly db: Db
  readonly partnershipId: Id
  /** In whose name it is done. */
  readonly actor: Actor
  readonly at: Date
  /** What happened, in order; the chain is taken once, at the end. */
  readonly told: Omit<Happening, 'partnershipId'>[]
}

/** Does a piece of work and records what it told as the last thing of the transaction. */
export async function working<T>(work: Omit<Work, 'told'>, body: (work: Work) => Promise<T>): Promise<T> {
  const told: Work['told'] = []
  const done = await body({ ...work, told })
  const { db, actor, at, partnershipId } = work
  await recordAll(
    db,
    actor,
    at,
    told.map((happening) => ({ ...happening, partnershipId })),
  )
  return done
}
