import { number } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Progress, Section, withQuery } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { contractPath } from '../../register/paths.ts'
import { spotPath } from '../paths.ts'
import type { NamedContract } from '../queries/named-contracts.ts'
import type { MoveProgress } from '../shown-purchases.ts'

interface Props {
  readonly slug: string
  readonly moves: readonly MoveProgress[]
  readonly contracts: ReadonlyMap<Id, NamedContract>
}

/** How far spot purchases have come on their way to contracts, each after a review of the person's care. */
export function MovesSection({ slug, moves, contracts }: Props) {
  const sum = (of: (one: MoveProgress) => number) => moves.reduce((all, one) => all + of(one), 0)
  const [moved, left] = [sum((one) => one.moved), sum((one) => one.toReview + one.reviewed)]
  return (
    <Section
      id="moves"
      heading={moves.length === 0 ? 'Nothing is to move to a contract' : movedWords(moved, moved + left)}
      intro="Each moves after a review of the person’s care."
    >
      {moves.length === 0 ? (
        <EmptyState
          what="How far purchases have come on their way to a contract is counted here."
          why="No purchase names a contract that it is to move to."
          link={{ text: 'All spot purchases', href: withQuery(spotPath(slug), { show: 'all' }) }}
        />
      ) : (
        <DataTable
          caption="Moves by contract"
          captionHidden
          columns={[
            { heading: 'To the contract' },
            { heading: 'How far' },
            { heading: 'To be reviewed', align: 'number' },
            { heading: 'Ready to move', align: 'number' },
          ]}
          rows={moves.map((one) => {
            const contract = contracts.get(one.contractId)
            return [
              contract ? <a href={contractPath(slug, contract.reference)}>{contract.title}</a> : 'Another contract',
              <Progress done={one.moved} of={one.moved + one.reviewed + one.toReview} what="moved" />,
              <Count slug={slug} many={one.toReview} show="to-review" />,
              <Count slug={slug} many={one.reviewed} show="reviewed" />,
            ]
          })}
        />
      )}
    </Section>
  )
}

const Count = ({ slug, many, show }: { readonly slug: string; readonly many: number; readonly show: string }) =>
  many === 0 ? <>0</> : <a href={`${withQuery(spotPath(slug), { show })}#purchases`}>{number(many)}</a>

function movedWords(moved: number, all: number): string {
  if (moved === all) return all === 1 ? 'The one purchase to move has moved' : `All ${number(all)} purchases have moved`
  return `${moved === 0 ? 'None' : number(moved)} of ${number(all)} ${all === 1 ? 'purchase has' : 'purchases have'} moved to a contract`
}
