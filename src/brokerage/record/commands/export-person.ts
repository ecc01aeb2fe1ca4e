import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { working } from '../../commands/work.ts'
import { heldPerson } from '../queries/held-person.ts'
import { personRecord } from '../queries/person-record.ts'

/** Gives everything that is held of one person, and records that it was given. */
export function exportPerson(
  db: Db,
  actor: Actor,
  { partnership, reference, at }: { partnership: { id: Id } & Pick<Partnership, 'name'>; reference: string; at: Date },
) {
  return working({ db, partnershipId: partnership.id, actor, at }, async (work) => {
    const person = await heldPerson(db, partnership.id, reference)
    if (!person) throw notFound('This person')
    const record = await personRecord(db, partnership.id, reference)
    work.told.push({
      event: 'brokerage.person-exported',
      subject: { kind: 'person', id: person.id },
      payload: { reference: person.reference },
    })
    return { record: 'mercat-person', partnership: partnership.name, made: at, ...record }
  })
}
