import { type Actor, accountOf } from '../../core/auth/index.ts'
import { type Db, json } from '../../core/db/index.ts'
import { invalid } from '../../core/errors/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { wrongTogether } from '../block-reader.ts'
import { publishing, type VersionOrigin } from '../schema.ts'
import { type SectionSlug, sectionBySlug } from '../section.ts'

/** A version to be added to a section. */
export interface NewVersion {
  readonly partnershipId: Id
  readonly section: SectionSlug
  readonly version: number
  readonly blocks: readonly Block[]
  readonly origin: VersionOrigin
  readonly at: Date
}

/** Adds a version, unless somebody has just added one of this number: then false, and their words can be read. */
export async function addVersion(db: Db, actor: Actor, added: NewVersion): Promise<boolean> {
  const [problem] = wrongTogether(added.blocks)
  const { partnershipId, section, version, blocks, origin, at } = added
  if (problem) throw invalid(problem.sentence, `It is about the section “${sectionBySlug(section)?.title ?? section}”.`)
  const rows = await publishing(db)
    .insertInto('section_version')
    .values({
      partnership_id: partnershipId,
      id: newId(),
      section,
      version,
      blocks: json(blocks),
      written_by: accountOf(actor),
      written_at: at,
      origin,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'section', 'version']).doNothing())
    .returning('version')
    .execute()
  return rows.length > 0
}
