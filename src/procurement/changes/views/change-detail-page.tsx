import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, Facts, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import type { Contract } from '../../contract.ts'
import { contractDocumentPath, contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { kindNames, lastDayText, worthText } from '../change-words.ts'
import type { Difference } from '../contract-differences.ts'
import { isFormKind } from '../forms/form-kind.ts'
import { changeDetailPath, changeFormPath, draftPath, waitingPath } from '../paths.ts'
import type { ChangeRow } from '../queries/changes.ts'
import { ChangesMade } from './changes-made.tsx'
import { type FormState, WordsField } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'

export interface ChangeDetailPageProps {
  readonly partnership: Partnership
  readonly change: ChangeRow
  /** As it stands now; none while an award waits. */
  readonly contract: Contract | undefined
  readonly title: string
  readonly sentence: string
  /** What a variation would make different. */
  readonly varied: readonly Difference[]
  /** What was applied to the contract since this was asked for, and what the versions say differently. */
  readonly since: readonly ChangeRow[]
  readonly differences: readonly Difference[]
  /** Whether the reader may approve it, and who may otherwise. */
  readonly mayApprove: boolean
  readonly mayWrite: boolean
  readonly approvers: string
  readonly done: 'proposed' | 'declined' | undefined
  readonly form: FormState
}

/** One change: what was asked, why, on which document, by whom; and its approval. */
export function ChangeDetailPage(props: ChangeDetailPageProps) {
  const { partnership, change, title, sentence, varied, done, form, approvers } = props
  const { slug } = partnership
  const { reference, kind, state, document } = change
  const heading = {
    proposed: `${kindNames[kind]} of “${title}” waits for approval`,
    applied: `${kindNames[kind]} of “${title}”`,
    declined: `${kindNames[kind]} of “${title}” was declined`,
  }[state]
  const contractHref =
    kind === 'award' && state !== 'applied' ? draftPath(slug, reference) : contractPath(slug, reference)
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[{ content: 'Waiting for approval', href: waitingPath(slug) }, { content: reference }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} title="It is not decided yet" />
      <PageTitle heading={heading} note={sentence} />
      {done === 'proposed' ? (
        <p role="status">
          <State kind="current" word={`It is asked for, and waits for ${approvers}.`} />
        </p>
      ) : done === 'declined' ? (
        <p role="status">
          <State kind="stopped" word="It is declined." />
        </p>
      ) : null}
      <Facts
        facts={[
          { term: 'Contract', value: <a href={contractHref}>{reference}</a> },
          dayFact(change),
          { term: 'Commits', value: worthText(change.valuePence) },
          { term: 'Asked by', value: `${change.askedBy ?? 'The product'}, ${moment(change.askedAt)}` },
          ...(change.decidedAt
            ? [
                {
                  term: state === 'declined' ? 'Declined by' : 'Approved by',
                  value: `${change.decidedBy ?? 'The product'}, ${moment(change.decidedAt)}`,
                },
              ]
            : [{ term: 'Who may approve', value: approvers }]),
          {
            term: 'Document',
            value: document ? (
              <a href={contractDocumentPath(slug, reference, document.id)}>{document.title}</a>
            ) : (
              'None'
            ),
          },
        ]}
      />
      <Section id="reason" heading="Reason">
        <p class="m-read">{change.reason}</p>
        {change.words ? (
          <p class="m-read">
            {state === 'declined' ? 'Why it was declined: ' : 'On the approval: '}
            {change.words}
          </p>
        ) : null}
      </Section>
      {varied.length > 0 ? (
        <Section id="varied" heading="What it makes different">
          <DataTable
            caption="What the variation makes different"
            captionHidden
            stack
            columns={[{ heading: 'What' }, { heading: 'Without it' }, { heading: 'With it' }]}
            rows={varied.map(({ what, before, after }) => [what, before, after])}
          />
        </Section>
      ) : null}
      {state === 'proposed' ? <Deciding {...props} /> : null}
    </ContractsPage>
  )
}

function dayFact({ kind, effectiveOn }: ChangeRow): { term: string; value: string } {
  if (kind === 'early-end') return { term: 'Last day', value: lastDayText(effectiveOn) }
  const decided = kind === 'extension' || kind === 'option-declined'
  return { term: decided ? 'Decided on' : 'Holds from', value: longDate(effectiveOn) }
}

function Deciding(props: ChangeDetailPageProps) {
  const { partnership, change, contract, since, differences, mayApprove, mayWrite, approvers, form } = props
  const { slug } = partnership
  const moved = since.length > 0
  const here = changeDetailPath(slug, change.id)
  const again =
    mayWrite && moved && isFormKind(change.kind)
      ? changeFormPath(slug, change.reference, change.kind, { like: change.id })
      : undefined
  return (
    <>
      {moved ? (
        <Section
          id="moved"
          heading="The contract was changed after this was asked for"
          intro={`It was asked on version ${change.baseVersion}; the contract is now version ${change.contractVersion}.`}
        >
          <ChangesMade slug={slug} changes={since} contract={contract} />
          {differences.length > 0 ? (
            <div class="m-spaced">
              <DataTable
                caption="Both versions, where they differ"
                stack
                columns={[
                  { heading: 'What' },
                  { heading: `Version ${change.baseVersion}` },
                  { heading: `Version ${change.contractVersion}, as it stands now` },
                ]}
                rows={differences.map(({ what, before, after }) => [what, before, after])}
              />
            </div>
          ) : null}
          {again ? (
            <p class="m-spaced">
              <a href={again}>Ask for it again on version {change.contractVersion}</a>
            </p>
          ) : null}
        </Section>
      ) : null}
      <Section id="decide" heading={mayApprove ? 'Decide' : `It waits for ${approvers}`}>
        {mayApprove ? (
          <form class="m-read" method="post" action={here} novalidate>
            <input type="hidden" name="seen" value={String(change.contractVersion)} />
            <WordsField
              form={form}
              name="words"
              label="Words on it"
              hint="They are kept with the change. Say why, when you decline it."
            />
            <div class="govuk-button-group">
              <Button name="do" value="approve" preventDoubleClick>
                {moved ? `Approve it on version ${change.contractVersion}` : 'Approve'}
              </Button>
              <Button name="do" value="decline" classes="govuk-button--secondary" preventDoubleClick>
                Decline
              </Button>
            </div>
          </form>
        ) : (
          <p class="m-read">Your roles may not approve a change of this kind that commits so much.</p>
        )}
      </Section>
    </>
  )
}
