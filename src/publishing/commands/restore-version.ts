import type { Actor } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { record } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { sameBlocks } from '../merge-blocks.ts'
import { sectionDraft, sectionVersion } from '../queries/drafts.ts'
import type { SectionSlug } from '../section.ts'
import { addVersion } from './add-version.ts'

/** Which version of which section is to stand again. */
export interface VersionToRestore {
  readonly partnershipId: Id
  readonly section: SectionSlug
  readonly version: number
  readonly at: Date
}

/** Makes the words of an earlier version the newest one; what stood since is kept in the history. */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  { partnershipId, section, version: restored, at }: VersionToRestore,
): Promise<{ readonly outcome: 'saved' | 'unchanged'; readonly version: number }> {
  const { blocks } = await sectionVersion(db, partnershipId, section, restored)
  for (;;) {
    const draft = await sectionDraft(db, partnershipId, section)
    if (sameBlocks(blocks, draft.blocks)) return { outcome: 'unchanged', version: draft.version }
    const version = draft.version + 1
    const origin = 'restored'
    if (!(await addVersion(db, actor, { partnershipId, section, version, blocks, origin, at }))) continue
    await record(db, actor, at, {
      event: 'publishing.section-written',
      subject: { kind: 'section', id: section },
      payload: { version, origin, restored },
    })
    return { outcome: 'saved', version }
  }
}
