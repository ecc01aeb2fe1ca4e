import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { Button, Details, ErrorSummary, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, Facts, PageTitle, ProseDiff, Section, State } from '../../../core/ui/parts/index.ts'
import { safeUrl } from '../../../core/ui/safe-url.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { kindWords } from '../../register/contract-words.ts'
import { lifeOf } from '../../register/life.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { Mistake } from '../forms.ts'
import { type SummaryWords, writtenParts } from '../market-summary.ts'
import { missingParts } from '../missing-parts.ts'
import { publicSummaryPath, saveAreaPath, summariesPath, withdrawSummaryPath } from '../paths.ts'
import type { SummaryDesk } from '../queries/summaries-desk.ts'
import { summaryState } from '../summary-state.ts'
import { AreaFields, type AreaTyped } from './area-fields.tsx'
import { partWords, typedFrom, WordsForm, type WordsTyped } from './words-form.tsx'

export interface SummaryPageProps extends SummaryDesk {
  readonly partnership: Partnership
  readonly today: IsoDate
  readonly mayWrite: boolean
  /** What just happened. */
  readonly notice: string | undefined
  /** What came back from a form that could not be saved. */
  readonly typed: WordsTyped | undefined
  readonly areaTyped: AreaTyped | undefined
  readonly mistakes: readonly Mistake[]
  /** Someone else wrote meanwhile. */
  readonly conflict: boolean
}

/** One market area: its words to write and publish, what the register adds, and everything that was written before. */
export function SummaryPage(props: SummaryPageProps) {
  const { partnership, summary, mayWrite, notice, mistakes, conflict, typed, areaTyped, lists, today } = props
  const { slug } = partnership
  const { area } = summary
  return (
    <ContractsPage
      partnership={partnership}
      title={`Summary: ${area.name}`}
      breadcrumbs={[{ content: 'Summaries', href: summariesPath(slug) }, { content: area.name }]}
      of="summaries"
      mistakes={mistakes.length > 0}
    >
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      {mistakes.length > 0 || conflict ? (
        <ErrorSummary
          title={conflict ? 'Nothing is saved yet' : 'There is a problem'}
          errorList={
            conflict
              ? [{ content: 'A colleague changed these words after you opened them.', href: '#conflict' }]
              : mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${field}` }))
          }
        />
      ) : null}
      <PageTitle
        heading={area.name}
        note={<State {...summaryState(summary)} />}
        actions={
          area.published ? (
            <Button href={publicSummaryPath(slug, area.key)} classes="govuk-button--secondary">
              As anyone reads it
            </Button>
          ) : undefined
        }
      />
      {conflict && typed ? <Conflict words={summary.words} typed={typed} /> : null}
      <div class="m-cols m-cols--side">
        <div>
          <Section id="words" heading={mayWrite ? 'Write the summary' : 'What is written'}>
            {mayWrite ? (
              <WordsForm
                slug={slug}
                area={area.key}
                // Whoever has seen the colleague's words goes on from them.
                typed={typed ? { ...typed, base: summary.words?.id ?? '' } : typedFrom(summary.words, today)}
                lists={lists}
                mistakes={areaTyped ? [] : mistakes}
              />
            ) : (
              <Written words={summary.words} />
            )}
          </Section>
        </div>
        <div>
          <FromRegister {...props} />
          {mayWrite ? <AreaForm {...props} /> : null}
        </div>
      </div>
      <History {...props} />
    </ContractsPage>
  )
}

function Written({ words }: { readonly words: SummaryWords | null }) {
  if (!words) return <p>Nobody has written it yet.</p>
  return (
    <dl class="m-read">
      {writtenParts.map((part) => (
        <>
          <dt>
            <strong>{partWords[part].name}</strong>
          </dt>
          <dd>{words[part] || 'Nothing is written.'}</dd>
        </>
      ))}
    </dl>
  )
}

/** The colleague's words beside one's own, part by part where they differ. */
function Conflict({ words, typed }: { readonly words: SummaryWords | null; readonly typed: WordsTyped }) {
  const parts = writtenParts.filter(
    (part) => (words?.[part] ?? '') !== (typed[part] ?? '').replaceAll('\r\n', '\n').trim(),
  )
  return (
    <Section
      id="conflict"
      heading="What your colleague saved, and what you typed"
      intro="Yours stands in the form below. Change it as you need, then save: it takes the place of your colleague’s."
    >
      {parts.length > 0 ? (
        <ProseDiff
          caption="Words of your colleague beside yours"
          before="Your colleague’s"
          after="Yours"
          marks={{ gone: 'Only your colleague’s', new: 'Only yours' }}
          blocks={parts.flatMap((part) => [
            { is: 'heading' as const, segments: [{ kind: 'same' as const, text: partWords[part].name }] },
            {
              is: 'paragraph' as const,
              segments: [
                { kind: 'gone' as const, text: words?.[part] || 'Nothing' },
                { kind: 'new' as const, text: typed[part] || 'Nothing' },
              ],
            },
          ])}
        />
      ) : (
        <p>The four parts are the same; the day or the source differs.</p>
      )}
    </Section>
  )
}

function FromRegister({ partnership: { slug }, summary, today }: SummaryPageProps) {
  const { contracts, money } = summary
  const missing = missingParts(summary)
  return (
    <Section id="register" heading="What the register and the budgets add">
      <Facts
        facts={[
          { term: 'As at', value: longDate(today) },
          { term: 'Contracts', value: number(contracts.length) },
          {
            term: 'Money',
            value:
              money[0]?.total == null ? 'no line found' : `${pounds(money[0].total)}, ${money[0].year ?? 'no year'}`,
          },
        ]}
      />
      {contracts.length > 0 ? (
        <ul class="govuk-list">
          {contracts.map((contract) => {
            const { ends } = lifeOf(contract, today)
            return (
              <li>
                <a href={contractPath(slug, contract.reference)}>{contract.detail.title}</a>
                <small class="m-under">
                  {kindWords[contract.detail.kind]}, {ends ? `until ${longDate(ends)}` : 'no end set'}
                  {contract.published ? '' : '; not published'}
                </small>
              </li>
            )
          })}
        </ul>
      ) : (
        <p>No contract that runs or is to come names this market area.</p>
      )}
      {missing.length > 0 ? <p>The public page says that nothing is told of: {missing.join(', ')}.</p> : null}
    </Section>
  )
}

function AreaForm({ partnership: { slug }, summary: { area }, lists, mistakes, areaTyped }: SummaryPageProps) {
  const typed = areaTyped ?? {
    name: area.name,
    services: area.serviceTypeKeys,
    budget: area.budgetSubject ?? '',
  }
  return (
    <>
      <Details summary="Name, services and budget line" open={areaTyped !== undefined}>
        <form method="post" action={safeUrl(saveAreaPath(slug, area.key))} novalidate>
          <AreaFields typed={typed} lists={lists} mistakes={areaTyped ? mistakes : []} />
          <Button classes="govuk-button--secondary">Save these</Button>
        </form>
      </Details>
      {area.published ? (
        <Details summary="Withdraw it from the public">
          <p>
            Nobody outside then sees this summary, of today or of any day. Its words are kept and can be published
            again.
          </p>
          <form method="post" action={safeUrl(withdrawSummaryPath(slug, area.key))}>
            <Button classes="govuk-button--warning">Withdraw the summary</Button>
          </form>
        </Details>
      ) : null}
    </>
  )
}

function History({ history }: SummaryPageProps) {
  if (history.length === 0) return null
  return (
    <Section id="history" heading="What was written, the newest first">
      <DataTable
        caption="Words of this market area, the newest first"
        captionHidden
        columns={[{ heading: 'Written' }, { heading: 'Holds' }, { heading: 'State' }, { heading: 'Begins' }]}
        rows={history.map(({ writtenAt, from, until, published, ...words }) => [
          moment(writtenAt),
          `from ${longDate(from)}${until ? ` until before ${longDate(until)}` : ''}`,
          published ? 'published' : 'draft',
          opening(words),
        ])}
      />
    </Section>
  )
}

function opening(words: Pick<SummaryWords, (typeof writtenParts)[number]>): string {
  const text = writtenParts.map((part) => words[part]).find(Boolean) ?? 'nothing'
  return text.length > 90 ? `${text.slice(0, 90).trimEnd()}…` : text
}
