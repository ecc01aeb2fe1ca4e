import { longDate } from '../../../core/ui/format.ts'
import { Button, Input } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { Section, Timeline } from '../../../core/ui/parts/index.ts'
import type { Change } from '../../change.ts'
import { changeSentence, kindNames } from '../../changes/change-words.ts'
import { changeDetailPath } from '../../changes/paths.ts'
import { upliftPath } from '../../uplifts/paths.ts'
import { contractDocumentPath, contractPath } from '../paths.ts'
import { mostChanges, type ToldChange } from '../told-change.ts'
import type { ContractPageProps } from './contract-page-props.ts'

/** Everything that was done to a contract, the newest first, and the way to read it as it was before. */
export function ContractHistory(props: ContractPageProps) {
  const { partnership, contract, changes, asked } = props
  return (
    <Section
      id="history"
      heading="History"
      intro={changes.length === mostChanges ? `The newest ${mostChanges} changes; the ledger has them all.` : undefined}
    >
      <form class="m-filter" method="get" action={contractPath(partnership.slug, contract.reference)}>
        <div class="m-filter__fields">
          <Input name="on" label="As at" value={asked.on} attributes={{ type: 'date' }} />
          <Input name="known" label="As known on" value={asked.known?.slice(0, 10)} attributes={{ type: 'date' }} />
          <Button classes="govuk-button--secondary">Read it as it was</Button>
        </div>
      </form>
      <Timeline
        label="What was done to this contract"
        events={changes.map((change) => ({
          at: (change.decidedAt ?? change.proposedAt).toISOString(),
          when: moment(change.decidedAt ?? change.proposedAt),
          what: <Told change={change} {...props} />,
        }))}
      />
    </Section>
  )
}

function Told({
  change,
  changes,
  partnership: { slug },
  contract,
  names,
}: ContractPageProps & { readonly change: ToldChange }) {
  const { id, kind, state, reason, effectiveOn, documentId, decidedAt, decisionWords } = change
  const round = upliftOf(change)
  return (
    <>
      <strong>
        <a href={changeDetailPath(slug, id)}>{kindNames[kind]}</a>
        {stateWords[state]}
      </strong>
      <br />
      {round ? (
        <>
          Uplift from {longDate(effectiveOn)}: <a href={upliftPath(slug, round)}>{round}</a>.
        </>
      ) : (
        sentenceOf(change, contract)
      )}
      <br />
      {reason}
      {documentId ? (
        <>
          {' '}
          <a href={contractDocumentPath(slug, contract.reference, documentId)}>Document</a>
        </>
      ) : null}
      <br />
      <span class="m-2">
        {whoWords(change, names)}
        {decisionWords ? ` “${decisionWords}”` : ''}{' '}
        {decidedAt && isKnownBefore(changes, decidedAt) ? (
          <a href={contractPath(slug, contract.reference, { known: new Date(decidedAt.getTime() - 1).toISOString() })}>
            As it was known before
          </a>
        ) : null}
      </span>
    </>
  )
}

/** Whether the contract was known before an instant: several files may be read at one, the award among them. */
const isKnownBefore = (changes: readonly ToldChange[], at: Date): boolean =>
  changes.length === mostChanges ||
  changes.some(({ state, decidedAt }) => state === 'applied' && decidedAt !== null && decidedAt < at)

/** What a file said is kept as it stood there; of everything else the change says it. */
const sentenceOf = ({ kind, asked, effectiveOn }: ToldChange, contract: ContractPageProps['contract']): string =>
  kind === 'import'
    ? `As a file tells it, from ${longDate(effectiveOn)}.`
    : changeSentence(asked as Change, effectiveOn, { contract, names: new Map() })

const stateWords = { applied: '', proposed: ', waits for approval', declined: ', declined' } as const

function whoWords({ state, proposedBy, decidedBy }: ToldChange, names: ContractPageProps['names']): string {
  const name = (id: string | null) => (id ? (names.get(id) ?? 'someone who has left') : 'the product')
  if (state === 'proposed') return `Asked for by ${name(proposedBy)}.`
  const verb = state === 'declined' ? 'declined' : 'approved'
  return proposedBy === decidedBy
    ? `Made by ${name(proposedBy)}.`
    : `Asked for by ${name(proposedBy)}, ${verb} by ${name(decidedBy)}.`
}

/** The round of uplift that a change belongs to. */
function upliftOf({ kind, asked }: ToldChange): string | undefined {
  const { round } = (kind === 'uplift' && typeof asked === 'object' && asked !== null ? asked : {}) as {
    round?: unknown
  }
  return typeof round === 'string' ? round : undefined
}
