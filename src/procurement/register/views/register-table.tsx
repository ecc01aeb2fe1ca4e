import { TermBar, TermScale, termWords } from '../../../core/ui/charts/index.ts'
import { number, pounds } from '../../../core/ui/format.ts'
import { SortableTable } from '../../../core/ui/parts/index.ts'
import { registerPageLength } from '../page-length.ts'
import { contractPath } from '../paths.ts'
import { termOf, yearsAbout } from '../register-term.ts'
import { endWords, formWords } from '../register-words.ts'
import { NextDecision } from './next-decision.tsx'
import { orderWords } from './order-words.ts'
import { Pages } from './pages.tsx'
import type { RegisterPageProps } from './register-page-props.ts'

/** A page of contracts, each with its term drawn over the same years and what is next in words. */
export function RegisterTable(props: RegisterPageProps) {
  const { partnership, asked, contracts, rows, places, sort, on, address } = props
  const window = yearsAbout(on, 3, 5)
  const first = (asked.page - 1) * registerPageLength + 1
  const total = contracts.length
  return (
    <SortableTable
      caption="Contracts, yearly spend, term and next decision"
      captionHidden
      missing="not known"
      address={address}
      sort={sort}
      region="contracts"
      count={
        total > registerPageLength
          ? `Contracts ${number(first)} to ${number(first + rows.length - 1)} of ${number(total)}, ${sortedBy(sort).toLowerCase()}`
          : sortedBy(sort)
      }
      columns={[
        { heading: 'Contract', key: 'title' },
        { heading: 'Spend a year', align: 'number', key: 'spend', first: 'descending' },
        { heading: 'Ends', key: 'ends' },
        { heading: 'Term', phone: '', under: <TermScale window={window} /> },
        { heading: 'Next', phone: '', key: 'attention' },
      ]}
      rows={rows.map((contract) => {
        const { id, reference, detail, decisions } = contract
        const term = termOf(contract, decisions, on)
        const [end, more] = endWords(contract)
        return [
          <>
            <a href={contractPath(partnership.slug, reference, { on: asked.on, known: asked.known })}>{detail.title}</a>
            <small class="m-under">{formWords(contract, places.get(id))}</small>
          </>,
          detail.yearlyPence === null ? null : pounds(detail.yearlyPence),
          <>
            {end}
            {more ? <small class="m-under">{more}</small> : null}
          </>,
          <TermBar term={term} window={window} today={on} alternative={termWords(term, on)} />,
          <NextDecision contract={contract} />,
        ]
      })}
      pages={<Pages address={address} page={asked.page} length={registerPageLength} total={total} />}
    />
  )
}

const sortedBy = ({ key, direction }: RegisterPageProps['sort']): string =>
  `By ${orderWords[key as keyof typeof orderWords].toLowerCase()}${direction === 'descending' ? ', the other way' : ''}`
