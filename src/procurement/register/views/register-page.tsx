import { TermKey } from '../../../core/ui/charts/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, ErrorSummary } from '../../../core/ui/govuk/index.ts'
import { EmptyState, PageTitle, SourceLine, Tally, withQuery } from '../../../core/ui/parts/index.ts'
import { newContractPath, waitingPath } from '../../changes/paths.ts'
import { planningPath } from '../../planning/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { contractsPath } from '../paths.ts'
import { type Choice, nearMonths, type RegisterTally, soonMonths } from '../register-choice.ts'
import { worthWords } from '../register-words.ts'
import { AsAtNote } from './as-at-note.tsx'
import { RegisterFilterPanel } from './register-filter-panel.tsx'
import type { RegisterPageProps } from './register-page-props.ts'
import { RegisterTable } from './register-table.tsx'

/** The register of contracts: what there is, what is late, and what has to be decided next, on any day. */
export function RegisterPage(props: RegisterPageProps) {
  const { partnership, asked, problem, on, today, tally, contracts, address, mayWrite, waiting } = props
  const { slug } = partnership
  return (
    <ContractsPage partnership={partnership} title="Contract register" mistakes={problem !== undefined}>
      {problem ? <ErrorSummary title="There is a problem" errorList={[{ content: problem, href: '#on' }]} /> : null}
      <PageTitle
        heading="Contract register"
        note={<AsAtNote on={on} known={asked.known} today={today} now={contractsPath(slug)} drawn />}
        actions={
          <>
            {mayWrite ? <Button href={newContractPath(slug)}>Add a contract</Button> : null}
            {waiting === undefined ? null : (
              <Button href={waitingPath(slug)} classes="govuk-button--secondary">
                {waiting === 0 ? 'Changes to approve' : `Changes to approve (${number(waiting)})`}
              </Button>
            )}
          </>
        }
      />
      <Tally
        label="The register in figures"
        items={tallyItems(tally, (show) => withQuery(address, { show, page: undefined }))}
      />
      <section id="contracts" aria-label="Contracts">
        <RegisterFilterPanel {...props} />
        {contracts.length === 0 ? (
          <Nothing {...props} />
        ) : (
          <>
            <TermKey day={on === today ? undefined : longDate(on)} />
            <RegisterTable {...props} />
          </>
        )}
      </section>
      <SourceLine source={{ text: 'How the latest safe start is worked out', href: planningPath(slug) }} />
    </ContractsPage>
  )
}

const tallyItems = (tally: RegisterTally, href: (show: Choice) => string) => [
  {
    value: number(tally.contracts),
    what: `contracts in force, or beginning within ${soonMonths} months`,
    href: href('live'),
  },
  {
    ...worthWords(tally),
  },
  {
    value: number(tally.late),
    what: 'past the latest safe start, or otherwise late',
    tone: tally.late > 0 ? ('need' as const) : undefined,
    href: href('late'),
  },
  { value: number(tally.ending), what: `end in the next ${nearMonths} months`, href: href('ending') },
  { value: number(tally.options), what: 'options still to decide', href: href('options') },
]

function Nothing({ partnership: { slug }, asked, on, mayWrite }: RegisterPageProps) {
  const narrowed = asked.q || asked.kind || asked.group || asked.show !== 'live'
  if (narrowed) {
    return (
      <EmptyState
        what="No contract is as you asked."
        why="Fewer filters leave more of the register."
        link={{ text: 'Take all filters away', href: contractsPath(slug, { on: asked.on, known: asked.known }) }}
      />
    )
  }
  return (
    <EmptyState
      what="Every contract stands here, with its term and what has to be decided next."
      why={
        asked.known
          ? 'No contract was known at that time.'
          : `None is known that was in force on ${longDate(on)}, or began in the ${soonMonths} months after.`
      }
      link={
        mayWrite && !asked.known
          ? { text: 'Add a contract', href: newContractPath(slug) }
          : { text: 'Every contract, ended ones included', href: withQuery(contractsPath(slug), { show: 'all' }) }
      }
    />
  )
}
