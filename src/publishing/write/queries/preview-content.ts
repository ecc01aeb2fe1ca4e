import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { draftsOf, sectionDraft } from '../../queries/drafts.ts'
import { type HomeContent, homeContent } from '../../queries/home-content.ts'
import { type SectionContent, sectionContent } from '../../queries/section-content.ts'
import type { SectionSlug } from '../../section.ts'

/** What a section's page would show if its draft were published now. */
export const sectionDraftContent = async (
  db: Db,
  partnership: Partnership,
  section: SectionSlug,
): Promise<SectionContent> =>
  sectionContent(db, partnership, section, (await sectionDraft(db, partnership.id, section)).blocks)

/** What the statement's first page would show if the drafts were published now. */
export async function homeDraft(db: Db, partnership: Partnership): Promise<HomeContent> {
  const drafts = await draftsOf(db, partnership.id)
  return homeContent(db, partnership, new Map([...drafts].map(([section, { blocks }]) => [section, blocks])))
}
