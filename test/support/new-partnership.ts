import { savePartnership, systemActor } from '../../src/core/auth/index.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import type { Id } from '../../src/core/values/index.ts'

let made = 0

/** A partnership of its own for one test, so that isolation is tested everywhere. */
export async function newPartnership(
  database: Database,
  over: Partial<Parameters<typeof savePartnership>[1]> = {},
): Promise<{ id: Id; slug: string }> {
  made += 1
  const slug = over.slug ?? `partnership-${made}`
  const details = {
    slug,
    title: `Partnership ${made}`,
    name: `Partnership ${made} Health and Social Care Partnership`,
    kind: 'health-and-social-care-partnership' as const,
    nation: 'scotland' as const,
    areaCode: 'S12000040',
    prefix: `T${String.fromCharCode(65 + (made % 26))}${String.fromCharCode(65 + Math.floor(made / 26))}`,
    brandColour: '#2f3b52',
    website: null,
    demonstration: false,
    ...over,
  }
  const { id } = await asActor(database, systemActor(), (db) => savePartnership(db, details))
  return { id, slug }
}
