import { type Partnership, roleNames } from '../../../core/auth/index.ts'
import { longDate, number, pounds, poundsShort } from '../../../core/ui/format.ts'
import { Button, ErrorSummary, InsetText, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { EmptyState, Facts, PageTitle, Section, Tally, withQuery } from '../../../core/ui/parts/index.ts'
import { Pages } from '../../register/views/pages.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { ShownLines } from '../forms.ts'
import type { ModelledLine } from '../model-line.ts'
import {
  editUpliftPath,
  upliftCsvPath,
  upliftDocumentPath,
  upliftPath,
  upliftPricesPath,
  upliftsPath,
} from '../paths.ts'
import type { DraftContent } from '../queries/round-content.ts'
import type { UpliftRound } from '../round.ts'
import { changeWords, scopeWords } from '../uplift-terms.ts'
import { CostTable } from './cost-table.tsx'
import { ModelLines, pricesCount } from './model-lines.tsx'

/** As many prices as a page of a round shows. */
export const linesPerPage = 100

export interface RoundPageProps extends DraftContent {
  readonly partnership: Partnership
  readonly round: UpliftRound
  readonly show: ShownLines
  readonly page: number
  readonly mayDraft: boolean
  /** Whether who asks may approve changes at all. */
  readonly mayApprove: boolean
  readonly done: 'drafted' | undefined
  /** Why it was not applied just now. */
  readonly problem: string | undefined
}

/** A round that is worked out: its cost, each price against cap and wage, and the button that applies it. */
export function RoundPage(props: RoundPageProps) {
  const { partnership, round, model, done, problem, mayDraft } = props
  const { slug } = partnership
  const heading = headingOf(props)
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      of="uplifts"
      breadcrumbs={[{ content: 'Uplifts', href: upliftsPath(slug) }, { content: round.reference }]}
      mistakes={problem !== undefined}
    >
      {problem ? <ErrorSummary title="Nothing was changed" errorList={[{ content: problem, href: '#apply' }]} /> : null}
      {done === 'drafted' && !problem ? (
        <NotificationBanner text={`Round ${round.reference} is worked out. No price has changed yet.`} />
      ) : null}
      <PageTitle
        heading={heading}
        note={
          <>
            {round.title}: {scopeWords(round.terms.scope)}, {changeWords(round.terms.change)} from{' '}
            {longDate(round.from)}. Not applied yet.
            {round.document ? (
              <>
                {' '}
                It stands on <a href={upliftDocumentPath(slug, round.reference)}>{round.document.name}</a>.
              </>
            ) : null}
          </>
        }
        actions={
          mayDraft ? (
            <>
              {round.terms.change.kind === 'prices' ? (
                <Button href={upliftPricesPath(slug, round.reference)} classes="govuk-button--secondary">
                  Type the new prices
                </Button>
              ) : null}
              <Button href={editUpliftPath(slug, round.reference)} classes="govuk-button--secondary">
                Change the round
              </Button>
            </>
          ) : undefined
        }
      />
      {model.lines.length === 0 ? (
        <EmptyState
          what="The prices of the round stand here."
          why={`${scopeWords(round.terms.scope)}: nothing there has a price list and goes on after ${longDate(round.from)}.`}
          link={{ text: 'All rounds', href: upliftsPath(slug) }}
        />
      ) : (
        <>
          <Counts {...props} />
          <Section id="cost" heading={costHeading(props)} intro={costIntro(props)}>
            <CostTable model={model} names={props.careGroups} />
          </Section>
          <Apply {...props} />
          <Lines {...props} />
        </>
      )}
    </ContractsPage>
  )
}

function headingOf({ model }: RoundPageProps): string {
  if (model.changed === 0) return 'This round would change no price'
  if (model.capProblems > 0)
    return model.capProblems === 1
      ? 'One new price does not fit its cap'
      : `${number(model.capProblems)} new prices do not fit their caps`
  return `${pricesCount(model.changed).replace(/^o/, 'O')} would change`
}

function costHeading({ model }: RoundPageProps): string {
  const years = model.total.map(({ before, after }, at) => ({ name: model.years[at]?.name, more: after - before }))
  // The first year is often a part of one: the year with most of it says more.
  const most = years.toSorted((a, b) => Math.abs(b.more) - Math.abs(a.more))[0]
  if (!most || most.more === 0) return 'Cost by care group and year'
  return `It would ${most.more > 0 ? 'add' : 'save'} ${poundsShort(Math.abs(most.more))} in ${most.name}`
}

function costIntro({ model }: RoundPageProps): string {
  const counted = 'Units a year as the price lists say, spread evenly over the days that each contract is in force.'
  if (model.withoutUnits === 0) return counted
  const words =
    model.withoutUnits === 1 ? 'One price that changes has' : `${number(model.withoutUnits)} prices that change have`
  return `${counted} ${words} no units a year and ${model.withoutUnits === 1 ? 'is' : 'are'} in no sum.`
}

function Counts({ partnership, round, model }: RoundPageProps) {
  const at = upliftPath(partnership.slug, round.reference)
  const left = model.lines.length - model.changed
  return (
    <Tally
      label="The round in figures"
      items={[
        { value: number(model.changed), what: 'prices would change', href: `${at}#prices` },
        { value: number(left), what: 'stay as they are', href: `${withQuery(at, { show: 'all' })}#prices` },
        {
          value: number(model.capProblems),
          what: 'do not fit their cap',
          tone: model.capProblems > 0 ? 'need' : undefined,
          href: `${withQuery(at, { show: 'cap' })}#prices`,
        },
        {
          value: number(model.belowFloor),
          what: 'under a wage that binds',
          tone: model.belowFloor > 0 ? 'need' : undefined,
          href: `${withQuery(at, { show: 'wage' })}#prices`,
        },
      ]}
    />
  )
}

function Apply({ partnership, round, model, mayApply, mayApprove, mayDraft, approvers }: RoundPageProps) {
  const ready = model.changed > 0 && model.capProblems === 0
  const who = approvers.map((role) => `a ${roleNames[role].toLowerCase()}`).join(' or ')
  const action = upliftPath(partnership.slug, round.reference)
  const worth = model.worth.known
    ? `It commits ${pounds(model.worth.pence)} over the days left of its contracts.`
    : 'What it commits is not known: a price has no units a year, and its contract no yearly worth.'
  const heading = !ready
    ? 'It can’t be applied as it is'
    : mayApply
      ? 'Apply it in one step'
      : `It waits for ${who || 'a higher limit'}`
  return (
    <Section id="apply" heading={heading}>
      <Facts
        facts={[
          { term: 'Prices', value: `${number(model.changed)} from ${longDate(round.from)}` },
          { term: 'Reason', value: round.reason },
          { term: 'May be applied by', value: who === '' ? 'Nobody: no limit is high enough' : who },
        ]}
      />
      <p>{worth}</p>
      {model.belowFloor > 0 ? (
        <InsetText>{`From ${pricesCount(model.belowFloor)} the least wage that binds on that day can’t be paid. They can be applied, but ask the providers first.`}</InsetText>
      ) : null}
      <div class="m-btns">
        {mayApprove && mayApply && ready ? (
          <form method="post" action={`${action}/apply`}>
            <Seen round={round} fingerprint={model.fingerprint} />
            <Button preventDoubleClick>Apply to {pricesCount(model.changed)}</Button>
          </form>
        ) : null}
        {mayDraft ? (
          <form method="post" action={`${action}/drop`}>
            <Seen round={round} fingerprint={model.fingerprint} />
            <Button classes="govuk-button--secondary">Drop the round</Button>
          </form>
        ) : null}
      </div>
    </Section>
  )
}

function Seen({ round, fingerprint }: { readonly round: UpliftRound; readonly fingerprint: string }) {
  return (
    <>
      <input type="hidden" name="version" value={String(round.version)} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
    </>
  )
}

const shownBy: Record<ShownLines, { readonly words: string; readonly holds: (line: ModelledLine) => boolean }> = {
  changed: { words: 'that would change', holds: ({ left }) => left === null },
  cap: { words: 'that do not fit their cap', holds: ({ left, capProblem }) => left === null && capProblem !== null },
  wage: { words: 'under a wage that binds', holds: ({ floor }) => floor.kind === 'below' },
  all: { words: 'in the round', holds: () => true },
}

function Lines({ partnership: { slug }, round, model, show, page }: RoundPageProps) {
  const shown = model.lines.filter(shownBy[show].holds)
  const at = upliftPath(slug, round.reference)
  const address = withQuery(at, { show })
  const from = (page - 1) * linesPerPage
  return (
    <Section
      id="prices"
      heading={shown.length === 0 ? `No prices ${shownBy[show].words}` : `Prices ${shownBy[show].words}`}
      intro={
        <>
          {number(shown.length)} of {number(model.lines.length)}.{' '}
          {show === 'all' ? null : (
            <>
              <a href={withQuery(at, { show: 'all' })}>All prices</a>.{' '}
            </>
          )}
          {show === 'changed' ? null : (
            <>
              <a href={withQuery(at, { show: 'changed' })}>Those that would change</a>.{' '}
            </>
          )}
          <a href={upliftCsvPath(slug, round.reference)}>All as CSV</a>.
        </>
      }
    >
      {shown.length > 0 ? <ModelLines slug={slug} lines={shown.slice(from, from + linesPerPage)} /> : null}
      <Pages address={address} page={page} length={linesPerPage} total={shown.length} label="Pages of prices" />
    </Section>
  )
}
