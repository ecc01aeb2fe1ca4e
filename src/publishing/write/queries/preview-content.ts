import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { figureIdsOf, leadOf, messagesOf } from '../../block-parts.ts'
import { draftsOf, sectionDraft } from '../../queries/drafts.ts'
import { type HomeContent, homeContent } from '../../queries/home-content.ts'
import { placedFigures } from '../../queries/placed-figures.ts'
import { type SectionContent, sectionContent } from '../../queries/section-content.ts'
import type { SectionSlug } from '../../section.ts'

/** What a section's page would show if its draft were published now. */
export async function sectionDraftContent(
  db: Db,
  partnership: Partnership,
  section: SectionSlug,
): Promise<SectionContent> {
  const content = await sectionContent(db, partnership, section)
  const { blocks } = await sectionDraft(db, partnership.id, section)
  const placed = await placedFigures(db, partnership, figureIdsOf(blocks), content.sources)
  return { ...content, blocks, placed }
}

/** What the statement's first page would show if the drafts were published now. */
export async function homeDraft(db: Db, partnership: Partnership): Promise<HomeContent> {
  const drafts = await draftsOf(db, partnership.id)
  const blocksOf = (section: SectionSlug) => drafts.get(section)?.blocks ?? []
  const messages = messagesOf(blocksOf('messages'))
  const opening = leadOf(blocksOf('messages'))
  return {
    ...(await homeContent(db, partnership)),
    lead: leadOf(blocksOf('about'))?.text,
    messages: messages.length === 0 && opening ? [opening] : messages,
  }
}
