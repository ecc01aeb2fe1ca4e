import type { Partnership } from '../../../core/auth/index.ts'
import { number } from '../../../core/ui/format.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { deskPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'

export interface ChainPageProps {
  readonly partnership: Partnership
  /** How many entries were followed, the newest ones, and up to which. */
  readonly checked: number
  readonly upTo: number
  /** The first that does not fit. */
  readonly broken: number | undefined
}

/** Whether the newest part of the partnership's chain is whole, and how all of it is checked. */
export function ChainPage({ partnership, checked, upTo, broken }: ChainPageProps) {
  const heading = broken === undefined ? 'The chain is whole' : `The chain is broken at entry ${number(broken)}`
  return (
    <BrokeragePage partnership={partnership} title={heading} breadcrumbs={[{ content: 'The chain of what happened' }]}>
      <PageTitle
        heading={heading}
        note={`The last ${number(checked)} entries, up to entry ${number(upTo)}, were followed one by one just now.`}
      />
      <p class="govuk-body">
        {broken === undefined
          ? 'Each carries the fingerprint of the one before it, and each says what its own fingerprint was made of.'
          : 'Something in it was changed after it was written. Tell whoever runs the service, and change nothing.'}
      </p>
      <p class="govuk-body">
        Whoever runs the service checks all of it from the first entry with{' '}
        <code>mercat ledger verify --partnership {partnership.slug}</code>.
      </p>
      <p class="govuk-body">
        <a href={deskPath(partnership.slug)}>Back to the desk</a>
      </p>
    </BrokeragePage>
  )
}
