import { longDate, pounds } from '../../../core/ui/format.ts'
import { Button, ErrorSummary, InsetText, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { IdentityBar, PageTitle } from '../../../core/ui/parts/index.ts'
import { kindNames } from '../../changes/change-words.ts'
import { changeDetailPath, changePath } from '../../changes/paths.ts'
import { nextDecision } from '../../planning/decision-dates.ts'
import { pricesPath } from '../../rates/paths.ts'
import { ShareEndWords } from '../../sharing/views/share-end-words.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { kindWords } from '../contract-words.ts'
import { lifeOf } from '../life.ts'
import { contractPath } from '../paths.ts'
import { AsAtNote } from './as-at-note.tsx'
import { ContractDecisions } from './contract-decisions.tsx'
import { ContractDetails } from './contract-details.tsx'
import { ContractDocuments } from './contract-documents.tsx'
import { ContractHistory } from './contract-history.tsx'
import { ContractLots } from './contract-lots.tsx'
import type { ContractPageProps } from './contract-page-props.ts'

/** One contract, on any day and as it was known at any time: what is next, its lots and providers, documents, history. */
export function ContractPage(props: ContractPageProps) {
  const { partnership, contract, asked, problem, mistakes, notice, on, today } = props
  const { title } = contract.detail
  const { slug } = partnership
  const troubles = [
    ...(problem ? [{ content: problem, href: '#on' }] : []),
    ...mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${field}` })),
  ]
  return (
    <ContractsPage
      partnership={partnership}
      title={title}
      breadcrumbs={[{ content: title }]}
      mistakes={troubles.length > 0}
    >
      {troubles.length > 0 ? <ErrorSummary title="There is a problem" errorList={troubles} /> : null}
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      <PageTitle
        heading={title}
        note={<AsAtNote on={on} known={asked.known} today={today} now={contractPath(slug, contract.reference)} />}
      />
      <Identity {...props} />
      <Waiting {...props} />
      <ContractDecisions {...props} />
      <ContractLots {...props} />
      <ContractDetails {...props} />
      <ContractDocuments {...props} />
      <ContractHistory {...props} />
    </ContractsPage>
  )
}

function Identity({ partnership: { slug }, contract, decisions, on, asked, mayWrite }: ContractPageProps) {
  const { reference, detail, sharedFrom } = contract
  const { begins, ends, state } = lifeOf(contract, on)
  const next = nextDecision(decisions)
  const present = !asked.on && !asked.known
  return (
    <IdentityBar
      kind="Contract"
      name={reference}
      actions={
        <>
          {mayWrite && present && !sharedFrom ? (
            <Button href={changePath(slug, reference)}>Change this contract</Button>
          ) : null}
          <Button href={pricesPath(slug, reference)} classes="govuk-button--secondary">
            Price list
          </Button>
        </>
      }
      facts={[
        { term: 'Type', value: kindWords[detail.kind] },
        { term: state === 'to-come' ? 'Begins' : 'Began', value: begins ? longDate(begins) : 'Nothing agreed' },
        { term: state === 'ended' ? 'Ended' : 'Ends', value: ends ? longDate(ends) : 'No end set' },
        ...(state === 'suspended' ? [{ term: 'State', value: 'Suspended', tone: 'need' as const }] : []),
        { term: 'Worth a year', value: detail.yearlyPence === null ? 'Not known' : pounds(detail.yearlyPence) },
        { term: 'Next', value: next?.heading ?? 'Nothing to decide', ...(next?.late ? { tone: 'need' as const } : {}) },
      ]}
    />
  )
}

function Waiting({ partnership: { slug }, contract, changes, today }: ContractPageProps) {
  const waiting = changes.filter(({ state }) => state === 'proposed')
  return (
    <>
      {contract.sharedFrom ? (
        <InsetText>
          This contract is led by another partnership, which makes its changes.
          {contract.sharedFrom.ended ? (
            <>
              {' '}
              <ShareEndWords ended={contract.sharedFrom.ended} today={today} />
            </>
          ) : null}
        </InsetText>
      ) : null}
      {waiting.map(({ id, kind, effectiveOn }) => (
        <InsetText>
          A change waits for approval:{' '}
          <a href={changeDetailPath(slug, id)}>
            {kindNames[kind]}, from {longDate(effectiveOn)}
          </a>
          .
        </InsetText>
      ))}
    </>
  )
}
