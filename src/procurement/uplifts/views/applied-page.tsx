import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number, poundsShort } from '../../../core/ui/format.ts'
import { ErrorSummary, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { moment } from '../../../core/ui/moment.ts'
import { DataTable, Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { sumPence } from '../../../core/values/index.ts'
import { priceText } from '../../rates/price-words.ts'
import { Pages } from '../../register/views/pages.tsx'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { upliftCsvPath, upliftDocumentPath, upliftPath, upliftsPath } from '../paths.ts'
import type { AppliedContent } from '../queries/round-content.ts'
import type { UpliftRound } from '../round.ts'
import { changeWords, scopeWords } from '../uplift-terms.ts'
import { groupName, morePounds, wholePounds } from './cost-table.tsx'
import { LineName } from './line-name.tsx'
import { pricesCount, rise } from './model-lines.tsx'
import { linesPerPage } from './round-page.tsx'

export interface AppliedPageProps extends AppliedContent {
  readonly partnership: Partnership
  readonly round: UpliftRound
  readonly page: number
  readonly justApplied: boolean
  /** Why what was just asked for did not happen. */
  readonly problem: string | undefined
}

/** A round as it was applied: what each price was and became, why, by whom and when. */
export function AppliedPage(props: AppliedPageProps) {
  const { partnership, round, lines, total, contracts, costs, careGroups, accounts, page, justApplied, problem } = props
  const { slug } = partnership
  const heading = `${pricesCount(total).replace(/^o/, 'O')} changed from ${longDate(round.from)}`
  const more = sumPence(costs.map(({ before, after }) => after - before))
  const by = (id: string | null) => (id === null ? 'Mercat' : (accounts.get(id) ?? 'Somebody who has left'))
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      of="uplifts"
      breadcrumbs={[{ content: 'Uplifts', href: upliftsPath(slug) }, { content: round.reference }]}
      mistakes={problem !== undefined}
    >
      {problem ? <ErrorSummary title="Nothing was changed" errorList={[{ content: problem }]} /> : null}
      {justApplied ? (
        <NotificationBanner
          type="success"
          text={`Round ${round.reference} is applied: ${pricesCount(total)} in ${contracts === 1 ? 'one contract' : `${number(contracts)} contracts`}.`}
        />
      ) : null}
      <PageTitle
        heading={heading}
        note={`${round.title}: ${scopeWords(round.terms.scope)}, ${changeWords(round.terms.change)}.`}
      />
      <Facts
        facts={[
          { term: 'Applied', value: round.appliedAt ? `${moment(round.appliedAt)}, ${by(round.appliedBy)}` : '' },
          { term: 'Made', value: `${moment(round.madeAt)}, ${by(round.madeBy)}` },
          { term: 'Reason', value: round.reason },
          {
            term: 'Document',
            value: round.document ? (
              <a href={upliftDocumentPath(slug, round.reference)}>{round.document.name}</a>
            ) : (
              'None'
            ),
          },
        ]}
      />
      <Section
        id="cost"
        heading={
          more === 0
            ? 'What it costs in a full year'
            : `It ${more > 0 ? 'adds' : 'saves'} ${poundsShort(Math.abs(more))} in a full year`
        }
        intro="Units a year as the price lists said when it was applied; prices without them are in no sum."
      >
        <DataTable
          caption="Cost of a full year by care group, before and after"
          captionHidden
          columns={[
            { heading: 'Care group' },
            { heading: 'Prices', align: 'number' },
            { heading: 'Before', align: 'number' },
            { heading: 'After', align: 'number' },
            { heading: 'Difference', align: 'number' },
          ]}
          rows={costs.map(({ careGroup, lines: count, before, after }) => [
            groupName(careGroup, careGroups),
            number(count),
            wholePounds(before),
            wholePounds(after),
            morePounds(after - before),
          ])}
        />
      </Section>
      <Section
        id="prices"
        heading="What each price was and became"
        intro={<a href={upliftCsvPath(slug, round.reference)}>All as CSV</a>}
      >
        <DataTable
          caption="Prices before and after the round"
          captionHidden
          missing="not known"
          columns={[
            { heading: 'Price' },
            { heading: 'Was', align: 'number' },
            { heading: 'Became', align: 'number' },
            { heading: 'Units a year', align: 'number' },
          ]}
          rows={lines.map((line) => [
            <LineName slug={slug} {...line} line={line} />,
            priceText(line.before),
            <>
              <strong>{priceText(line.after)}</strong>
              <small class="m-under">{rise(line.before, line.after)}</small>
            </>,
            line.yearlyUnits === null ? null : number(line.yearlyUnits),
          ])}
        />
        <Pages
          address={upliftPath(slug, round.reference)}
          page={page}
          length={linesPerPage}
          total={total}
          label="Pages of prices"
        />
      </Section>
    </ContractsPage>
  )
}
