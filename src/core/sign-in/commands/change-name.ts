import { sql } from 'kysely'
import { type SignedIn, systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor } from '../../db/index.ts'
import { conflict } from '../../errors/index.ts'
import { type Door, note } from '../door.ts'
import { aboutOf } from './sessions.ts'

/** Changes how one's own name is shown. */
export async function changeName(door: Door, signedIn: SignedIn, name: string): Promise<void> {
  if (signedIn.demonstration) throw conflict('The people of the demonstration keep their names.')
  await asActor(door.database, systemActor(), (db) =>
    auth(db).updateTable('account').set({ name }).where('id', '=', signedIn.account.id).execute(),
  )
  await sql`update sign_in."user" set name = ${name} where id = ${signedIn.userId}`.execute(ownerOf(door.database))
  await note(door, { kind: 'name-changed', ...aboutOf(signedIn) })
}
