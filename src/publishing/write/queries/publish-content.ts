import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { versionsText } from '../../commands/publish-edition.ts'
import { compareBlocks } from '../../compare-blocks.ts'
import { unpublished } from '../../queries/changes.ts'
import type { PublishPageProps } from '../views/publish-page.tsx'
import { wordsMoved } from '../words-moved.ts'

/** What publishing now would change, and what hinders it. */
export async function publishContent(
  db: Db,
  partnership: Partnership,
): Promise<Pick<PublishPageProps, 'number' | 'versions' | 'sections' | 'figures' | 'hindrances'>> {
  const { latest, drafts, changes, missing } = await unpublished(db, partnership)
  return {
    number: (latest?.number ?? 0) + 1,
    versions: versionsText(drafts),
    sections: changes.sections.map(({ section, before, after }) => ({
      section,
      ...wordsMoved(compareBlocks(before, after)),
    })),
    figures: changes.figures,
    hindrances: [...Map.groupBy(missing, ({ section }) => section)].map(([section, gone]) => ({
      section,
      sentence: goneText(gone.map(({ label }) => label)),
    })),
  }
}

/** Which placed figures are gone, by the names under which an edition had them. */
function goneText(labels: readonly (string | null)[]): string {
  const count = labels.length === 1 ? 'A figure' : `${labels.length} figures`
  const known = labels.filter((label) => label !== null)
  const names = known.length > 0 ? `: ${known.join(', ')}` : ''
  return `${count} that it places ${labels.length === 1 ? 'is' : 'are'} no longer in the statement’s data${names}.`
}
