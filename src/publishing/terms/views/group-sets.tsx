import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import type { Source } from '../../../evidence/index.ts'
import type { CareGroupSet } from '../../../providers/index.ts'
import { sourcePath } from '../../paths.ts'
import { heldText } from '../held.ts'

export interface GroupSetsProps {
  readonly slug: string
  readonly title: string
  readonly sets: readonly CareGroupSet[]
  readonly sources: ReadonlyMap<string, Source>
}

const purposes = { 'service-statement': 'Service statements', plan: 'Plans', budget: 'Budgets' } as const

/** Which groups each document of a partnership used, and while it held. */
export function GroupSets({ slug, title, sets, sources }: GroupSetsProps) {
  return (
    <Section
      id="group-sets"
      heading={`Groups differ from document to document in ${title}`}
      intro="A group may have a plan and no line in the budget, so a plan and a budget are compared only where both name it."
    >
      <DataTable
        caption={`Groups of people by document, ${title}`}
        captionHidden
        columns={[{ heading: 'For' }, { heading: 'Held' }, { heading: 'Groups' }, { heading: 'Source' }]}
        stack
        rows={sets.map((set) => [
          purposes[set.purpose],
          heldText(set),
          set.careGroups.map(({ name }) => name).join(', '),
          <SourceOf slug={slug} set={set} source={sources.get(set.sourceKey)} />,
        ])}
      />
    </Section>
  )
}

function SourceOf({ slug, set, source }: { slug: string; set: CareGroupSet; source: Source | undefined }) {
  return (
    <>
      {source ? <a href={sourcePath(slug, source.key)}>{source.title}</a> : set.sourceKey}, {set.locus}
    </>
  )
}
