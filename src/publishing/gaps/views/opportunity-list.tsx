import { DataTable } from '../../../core/ui/parts/index.ts'
import type { Opportunity } from '../../../market/index.ts'
import { periodText } from '../../figure-words.ts'
import { sourcePath } from '../../paths.ts'

/** What documents tell the market, a sentence each, with its time and source. */
export function OpportunityList({ slug, opportunities }: { slug: string; opportunities: readonly Opportunity[] }) {
  const dated = opportunities.some(({ period }) => period !== null)
  return (
    <DataTable
      caption={captions[opportunities[0]?.part ?? 'now']}
      captionHidden
      columns={[{ heading: 'What is told' }, ...(dated ? [{ heading: 'When' }] : []), { heading: 'Source' }]}
      rows={opportunities.map((opportunity) => [
        <Told opportunity={opportunity} />,
        ...(dated ? [opportunity.period ? periodText(opportunity.period) : 'no date'] : []),
        <ToldSource slug={slug} opportunity={opportunity} />,
      ])}
    />
  )
}

/** The sentence, with what is to be known about it. */
export const Told = ({ opportunity: { part, text, note } }: { opportunity: Opportunity }) => (
  <span>
    {part === 'rule' ? <strong>Rule: </strong> : null}
    {text}
    {note ? <small class="m-under">{note}</small> : null}
  </span>
)

/** Where a sentence was taken from, with the place in it. */
export const ToldSource = ({ slug, opportunity: { source } }: { slug: string; opportunity: Opportunity }) => (
  <span>
    <a href={sourcePath(slug, source.key)}>{source.title}</a>
    {source.locus ? <small class="m-under">{source.locus}</small> : null}
  </span>
)

const captions: Record<Opportunity['part'], string> = {
  now: 'What there is now',
  wanted: 'What is wanted',
  bought: 'When it is bought',
  ask: 'Whom to ask',
  rule: 'Rules',
}
