import type { Partnership } from '../../../core/auth/index.ts'
import type { Mistake } from '../../../core/forms/index.ts'
import { FormMistakes } from '../../../core/ui/form/index.ts'
import { number, pounds } from '../../../core/ui/format.ts'
import { Button, Input } from '../../../core/ui/govuk/index.ts'
import { WorkPage } from '../../../core/ui/layout/index.ts'
import { DataTable, EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { offerRulesPath } from '../../paths.ts'
import { approvalsPath } from '../paths.ts'
import type { AskedApproval } from '../queries/asked-approvals.ts'
import { pastMoment, shortHours } from '../row-words.ts'

export interface ApprovalsPageProps {
  readonly partnership: Partnership
  readonly approvals: readonly AskedApproval[]
  readonly count: number
  readonly now: Date
  readonly said: string | undefined
  readonly mistakes: readonly Mistake[]
}

/** Prices above the limits of rules, for those who may approve them; nothing on it says whom the care is for. */
export function ApprovalsPage({ partnership, approvals, count, now, said, mistakes }: ApprovalsPageProps) {
  const { slug } = partnership
  const place = {
    home: { text: 'Prices to approve', href: approvalsPath(slug) },
    subtitle: 'Service matching',
    whom: 'those who approve prices',
    beside: [{ text: 'Rules', href: offerRulesPath(slug) }],
    demonstration: 'Packages and providers are invented.',
  }
  const heading =
    count === 0
      ? 'No price waits for an approval'
      : count === 1
        ? 'One price waits for an approval'
        : `${number(count)} prices wait for an approval`
  return (
    <WorkPage place={place} partnership={partnership} title={heading} mistakes={mistakes.length > 0}>
      <FormMistakes mistakes={mistakes} title="It was not done" />
      {said && mistakes.length === 0 ? <p class="m-lead">{said}</p> : null}
      <PageTitle
        heading={heading}
        note="Each is above what its rule lets a broker offer. Until it is decided, nobody is asked for the package."
      />
      {approvals.length === 0 ? (
        <EmptyState
          what="Prices that need an approval appear here."
          why="None waits now."
          link={{ text: 'Above which prices the rules ask for one', href: offerRulesPath(slug) }}
        />
      ) : (
        <DataTable
          caption="Prices that wait, discharges first, then the longest waiting"
          captionHidden
          columns={[
            { heading: 'Package' },
            { heading: 'Provider' },
            { heading: 'Price', unit: 'an hour', align: 'number' },
            { heading: 'Limit', unit: 'an hour', align: 'number' },
            { heading: 'Cost', unit: 'a week', align: 'number' },
            { heading: 'Waits since' },
            { heading: 'Decide' },
          ]}
          rows={approvals.map((one) => [
            <>
              {one.reference} {one.origin === 'hospital' ? <strong class="m-c-need">From hospital</strong> : null}
              <span class="m-under">
                {one.service}, {one.area}, {shortHours(one.weeklyMinutes)} a week
              </span>
            </>,
            <>
              {one.organisation}
              <span class="m-under">step {one.step}</span>
            </>,
            pounds(one.hourlyPence),
            pounds(one.abovePence),
            pounds(one.weeklyPence),
            pastMoment(one.askedAt, now),
            <form method="post" action={approvalsPath(slug)}>
              <input type="hidden" name="approval" value={one.id} />
              <Input
                id={`words-${one.reference}`}
                name="words"
                label={{ content: `Why, for ${one.reference}`, classes: 'govuk-visually-hidden' }}
                attributes={{ placeholder: 'Why' }}
              />
              <div class="m-btns">
                <Button name="do" value="approve" preventDoubleClick>
                  Approve<span class="govuk-visually-hidden"> {one.reference}</span>
                </Button>
                <Button name="do" value="refuse" classes="govuk-button--secondary" preventDoubleClick>
                  Refuse<span class="govuk-visually-hidden"> {one.reference}</span>
                </Button>
              </div>
            </form>,
          ])}
        />
      )}
    </WorkPage>
  )
}
