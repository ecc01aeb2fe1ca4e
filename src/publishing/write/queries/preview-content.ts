import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type GapsContent, gapsContent } from '../../gaps/queries/gaps-content.ts'
import { draftsOf, sectionDraft } from '../../queries/drafts.ts'
import { type HomeContent, homeContent } from '../../queries/home-content.ts'
import { type SectionContent, sectionContent } from '../../queries/section-content.ts'
import type { SectionSlug } from '../../section.ts'
import { type SupplyContent, supplyContent } from '../../supply/queries/supply-content.ts'

/** A section's draft with what is counted beside it. */
export interface SectionDraftContent {
  readonly content: SectionContent
  readonly supply: SupplyContent | undefined
  readonly gaps: GapsContent | undefined
}

/** What a section's page would show if its draft were published now. */
export async function sectionDraftContent(
  db: Db,
  partnership: Partnership,
  section: SectionSlug,
): Promise<SectionDraftContent> {
  const { blocks } = await sectionDraft(db, partnership.id, section)
  const content = await sectionContent(db, partnership, section, blocks)
  return {
    content,
    supply: section === 'supply' ? await supplyContent(db, partnership, {}, content.sources) : undefined,
    gaps: section === 'gaps' ? await gapsContent(db, partnership, {}, content.sources) : undefined,
  }
}

/** What the statement's first page would show if the drafts were published now. */
export async function homeDraft(db: Db, partnership: Partnership): Promise<HomeContent> {
  const drafts = await draftsOf(db, partnership.id)
  return homeContent(db, partnership, new Map([...drafts].map(([section, { blocks }]) => [section, blocks])))
}
