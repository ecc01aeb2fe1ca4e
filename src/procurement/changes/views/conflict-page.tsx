import type { Partnership } from '../../../core/auth/index.ts'
import { Button, Radios } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { Contract } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { answerNames, type ThreeAnswers } from '../contract-differences.ts'
import { formHeadings } from '../form-headings.ts'
import { takeField } from '../forms/chosen-answers.ts'
import type { FormKind } from '../forms/form-kind.ts'
import type { Mistake, Typed } from '../forms/typed.ts'
import type { Answer } from '../merge-detail.ts'
import { changeFormPath, changePath } from '../paths.ts'
import type { ChangeRow } from '../queries/changes.ts'
import { CarriedFields } from './carried-fields.tsx'
import { ChangesMade } from './changes-made.tsx'
import { FormMistakes } from './form-mistakes.tsx'

/** An answer that two people gave differently, in words. */
export interface TwoAnswers {
  readonly answer: Answer
  readonly before: string
  readonly theirs: string
  readonly mine: string
}

export interface ConflictPageProps {
  readonly partnership: Partnership
  readonly kind: FormKind
  /** As it stands now. */
  readonly contract: Contract
  /** The version that the form was opened on. */
  readonly baseVersion: number
  /** What was changed meanwhile, the newest first. */
  readonly since: readonly ChangeRow[]
  /** What the two versions say differently. */
  readonly differences: readonly ThreeAnswers[]
  /** What is asked, in a sentence. */
  readonly sentence: string
  readonly both: readonly TwoAnswers[]
  /** The form as it goes on: with what only the other changed. */
  readonly typed: Typed
  readonly chosen: ReadonlyMap<Answer, string>
  readonly mistakes: readonly Mistake[]
}

/** Both versions of a contract that a colleague changed meanwhile, and the way on with what was typed. */
export function ConflictPage(props: ConflictPageProps) {
  const { partnership, kind, contract, baseVersion, since, differences, sentence, both, typed, mistakes } = props
  const { slug } = partnership
  const { reference, version } = contract
  const typing = differences.some(({ mine }) => mine !== undefined)
  const who = [...new Set(since.flatMap(({ decidedBy }) => decidedBy ?? []))].join(' and ') || 'A colleague'
  return (
    <ContractsPage
      partnership={partnership}
      title={`${who} changed ${reference} meanwhile`}
      breadcrumbs={[
        { content: reference, href: contractPath(slug, reference) },
        { content: 'Change', href: changePath(slug, reference) },
        { content: formHeadings[kind].heading, href: changeFormPath(slug, reference, kind) },
        { content: 'Changed meanwhile' },
      ]}
      mistakes={mistakes.length > 0}
    >
      <FormMistakes mistakes={mistakes} title="Nothing is changed yet" />
      <PageTitle
        heading={`${who} changed this contract while you wrote`}
        note={`You opened version ${baseVersion}; it is now version ${version}. Nothing of yours is applied yet, and nothing is lost.`}
      />
      <Section id="made" heading="What was changed">
        <ChangesMade slug={slug} changes={since} contract={contract} />
      </Section>
      <Section id="versions" heading={typing ? 'Both versions, and yours' : 'Both versions'}>
        {differences.length > 0 ? (
          <DataTable
            caption={`What version ${baseVersion} and version ${version} say differently`}
            captionHidden
            stack
            columns={[
              { heading: 'What' },
              { heading: `Version ${baseVersion}, which you opened` },
              { heading: `Version ${version}, as it stands now` },
              ...(typing ? [{ heading: 'As you typed it' }] : []),
            ]}
            rows={differences.map(({ what, before, after, mine }) => [
              what,
              before,
              after,
              ...(typing ? [mine ?? ''] : []),
            ])}
          />
        ) : (
          <p>They say the same of its words, days, providers and prices.</p>
        )}
      </Section>
      <Section id="yours" heading="What you asked for">
        <p class="m-read">{sentence}</p>
        <form
          method="post"
          action={changeFormPath(slug, reference, kind)}
          enctype="multipart/form-data"
          class="m-spaced"
          novalidate
        >
          <CarriedFields typed={typed} />
          {both.map((two) => (
            <Both key={two.answer} two={two} who={who} {...props} />
          ))}
          <div class="govuk-button-group">
            <Button name="do" value="save" preventDoubleClick>
              Make it on version {String(version)}
            </Button>
            <Button name="do" value="look" classes="govuk-button--secondary">
              Back to the form with what I typed
            </Button>
            <a class="govuk-link" href={contractPath(slug, reference)}>
              Give it up
            </a>
          </div>
        </form>
      </Section>
    </ContractsPage>
  )
}

function Both({
  two: { answer, before, theirs, mine },
  who,
  chosen,
  mistakes,
}: ConflictPageProps & { two: TwoAnswers; who: string }) {
  const name = takeField(answer)
  return (
    <>
      <input type="hidden" name="conflict" value={answer} />
      <Radios
        name={name}
        legend={{ content: `${answerNames[answer]}: which is to stand?`, classes: 'govuk-fieldset__legend--s' }}
        hint={`In the version that you opened: ${before}`}
        classes="govuk-radios--small"
        value={chosen.get(answer)}
        errorMessage={mistakes.find(({ field }) => field === name)?.sentence}
        items={[
          { value: 'mine', content: mine, hint: 'Yours' },
          { value: 'theirs', content: theirs, hint: `As it stands now, by ${who}` },
        ]}
      />
    </>
  )
}
