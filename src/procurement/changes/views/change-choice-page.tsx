import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { Contract } from '../../contract.ts'
import { pricesPath } from '../../rates/paths.ts'
import { contractPath } from '../../register/paths.ts'
import { newUpliftPath } from '../../uplifts/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { changeSentence, lastDayText } from '../change-words.ts'
import { formHeadings } from '../form-headings.ts'
import type { FormKind } from '../forms/form-kind.ts'
import { changeDetailPath, changeFormPath, changePath } from '../paths.ts'
import type { ChangeRow } from '../queries/changes.ts'
import { ContractBar } from './contract-bar.tsx'

export interface ChangeChoicePageProps {
  readonly partnership: Partnership
  readonly contract: Contract
  /** What was asked of it and waits for approval. */
  readonly waiting: readonly ChangeRow[]
}

/** Everything that can be done to a contract, with when it is the right thing. */
export function ChangeChoicePage({ partnership, contract, waiting }: ChangeChoicePageProps) {
  const { slug } = partnership
  const { reference } = contract
  const row = (kind: FormKind) => [
    <a href={changeFormPath(slug, reference, kind)}>{formHeadings[kind].heading}</a>,
    formHeadings[kind].when,
  ]
  const next = contract.options.find(({ decision }) => decision === 'open')
  const standings = contract.lots.flatMap((lot) => lot.standings)
  const suspended =
    standings.some(({ state }) => state === 'suspended' || state === 'unconfirmed') ||
    contract.terms.some(({ state }) => state === 'suspended')
  return (
    <ContractsPage
      partnership={partnership}
      title={`Change ${contract.detail.title}`}
      breadcrumbs={[{ content: reference, href: contractPath(slug, reference) }, { content: 'Change' }]}
    >
      <PageTitle
        heading={`Change “${contract.detail.title}”`}
        note="Every change has its day, its reason and who approved it; what held before can still be read."
      />
      <ContractBar contract={contract} />
      {contract.sharedFrom ? (
        <EmptyState
          what="Changes to this contract are made by the partnership that leads it."
          why="It is shared with this one, and what the other changes is copied here."
          link={{ text: 'Back to the contract', href: contractPath(slug, reference) }}
        />
      ) : (
        <>
          {waiting.length > 0 ? (
            <Section
              id="waiting"
              heading={
                waiting.length === 1 ? 'One change waits for approval' : `${waiting.length} changes wait for approval`
              }
            >
              <ul class="govuk-list">
                {waiting.map(({ id, asked, effectiveOn }) => (
                  <li>
                    <a href={changeDetailPath(slug, id)}>
                      {changeSentence(asked, effectiveOn, { contract, names: new Map() })}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <DataTable
            caption="What can be done"
            captionHidden
            columns={[{ heading: 'Change' }, { heading: 'When it is the right one' }]}
            rows={[]}
            groups={[
              {
                heading: 'Its days',
                note: next
                  ? `Next option: ${longDate(next.from)}${next.until ? ` to ${lastDayText(next.until)}` : ''}`
                  : undefined,
                rows: [...(next ? [row('extension'), row('option-declined')] : []), row('early-end')],
              },
              { heading: 'What is said of it', rows: [row('variation')] },
              {
                heading: 'Its providers',
                rows: [
                  ...(contract.lots.length > 0 ? [row('join')] : []),
                  ...(standings.length > 0 ? [row('leave'), row('standing'), row('transfer')] : []),
                  row('suspension'),
                  ...(suspended ? [row('resumption')] : []),
                ],
              },
              {
                heading: 'Prices and papers',
                rows: [
                  [
                    <a href={pricesPath(slug, reference)}>Prices and caps</a>,
                    'Another price, or a new cap, from a day.',
                  ],
                  [
                    <a href={newUpliftPath(slug, { contract: reference })}>Raise its prices in a round</a>,
                    'A percentage or new rates, with what they would cost before they are applied.',
                  ],
                  [
                    <a href={`${contractPath(slug, reference)}#documents`}>Documents</a>,
                    'A new specification, conditions, or a report.',
                  ],
                ],
              },
            ]}
          />
          <Listing partnership={partnership} contract={contract} />
        </>
      )}
    </ContractsPage>
  )
}

/** Whether anyone may read its summary, and the button to change that. */
function Listing({
  partnership: { slug },
  contract: { reference, published },
}: Pick<ChangeChoicePageProps, 'partnership' | 'contract'>) {
  return (
    <Section
      id="listing"
      heading={
        published
          ? 'It is listed in the public contract summaries'
          : 'It is not listed in the public contract summaries'
      }
    >
      <form method="post" action={changePath(slug, reference)}>
        <Button name="do" value={published ? 'hide' : 'publish'} classes="govuk-button--secondary" preventDoubleClick>
          {published ? 'Take it out of the summaries' : 'List it in the summaries'}
        </Button>
      </form>
    </Section>
  )
}
