import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Select,
} from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { safeUrl } from '../../../core/ui/safe-url.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import type { Contract, Lot } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { sharePath, withdrawPath } from '../paths.ts'
import type { Share } from '../queries/shares.ts'
import { ShareEndWords } from './share-end-words.tsx'

/** The fields of the form, as they were typed. */
export interface ShareTyped {
  readonly partner: string
  readonly lots: readonly string[]
  readonly 'from-day': string
  readonly 'from-month': string
  readonly 'from-year': string
}

export interface SharePageProps {
  readonly partnership: Partnership
  readonly contract: Contract
  readonly shares: readonly Share[]
  readonly partnerships: readonly Partnership[]
  readonly mayShare: boolean
  readonly today: IsoDate
  readonly typed: ShareTyped
  readonly mistakes: readonly { readonly field: string; readonly sentence: string }[]
  readonly notice: string | undefined
}

/** With whom a contract is shared, which lots each has, and the form that shares it with one more. */
export function SharePage(props: SharePageProps) {
  const { partnership, contract, shares, partnerships, mayShare, mistakes, notice } = props
  const { slug } = partnership
  const { reference, detail, sharedFrom } = contract
  const lead = sharedFrom && partnerships.find(({ id }) => id === sharedFrom.partnershipId)
  const current = shares.filter(({ ended }) => !ended || ended.until > props.today)
  const heading = sharedFrom
    ? `${lead?.title ?? 'Another partnership'} leads this contract`
    : current.length === 0
      ? `This contract is ${shares.length === 0 ? 'not shared' : 'shared no longer'}`
      : `This contract is shared with ${current.map(({ partner }) => partner).join(', ')}`
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[{ content: detail.title, href: contractPath(slug, reference) }, { content: 'Shared' }]}
      mistakes={mistakes.length > 0}
    >
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="There is a problem"
          errorList={mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${field}` }))}
        />
      ) : null}
      <PageTitle heading={heading} note={`${reference}, ${detail.title}`} />
      {sharedFrom ? (
        <>
          <InsetText>
            What you see is a copy of your part of it, brought up to date whenever the lead changes the contract.
            Changes are made by the lead.
          </InsetText>
          {sharedFrom.ended ? (
            <InsetText>
              <ShareEndWords ended={sharedFrom.ended} today={props.today} />
            </InsetText>
          ) : null}
        </>
      ) : (
        <>
          <Shares {...props} />
          {mayShare && contract.stage === 'awarded' ? <ShareForm {...props} /> : null}
        </>
      )}
    </ContractsPage>
  )
}

function Shares({ partnership: { slug }, partnerships, contract, shares, mayShare, today }: SharePageProps) {
  if (shares.length === 0) {
    return (
      <EmptyState
        what="Each partnership that shares the contract stands here with its lots."
        why="It has not been shared with anyone."
        link={{ text: 'Back to the contract', href: contractPath(slug, contract.reference) }}
      />
    )
  }
  const lots = new Map(contract.lots.map((lot) => [lot.id, lotName(lot)]))
  const slugs = new Map(partnerships.map((each) => [each.id, each.slug]))
  const withdraw = ({ partner, partnerId, ended }: Share) =>
    mayShare && !(ended && ended.until <= today) ? (
      <a href={withdrawPath(slug, contract.reference, slugs.get(partnerId) ?? '')}>
        {ended ? 'Change the end' : 'Withdraw'}
        <span class="m-vh"> of the share of {partner}</span>
      </a>
    ) : null
  return (
    <DataTable
      caption="Who shares the contract"
      captionHidden
      columns={[
        { heading: 'Partnership' },
        { heading: 'Its lots' },
        { heading: 'From' },
        { heading: 'Last day' },
        { heading: 'Its copy' },
      ]}
      rows={shares.map((share) => [
        share.partner,
        share.lotIds.length === contract.lots.length
          ? 'all'
          : share.lotIds.map((id) => lots.get(id) ?? 'a lot').join('; '),
        longDate(share.from),
        <>
          {share.ended ? longDate(addDays(share.ended.until, -1)) : 'None set'} {withdraw(share)}
          {share.ended ? <small class="m-under">{share.ended.reason}</small> : null}
        </>,
        share.copiedVersion === contract.version ? 'up to date' : 'being brought up to date',
      ])}
    />
  )
}

function ShareForm({ partnership, contract, partnerships, typed, mistakes }: SharePageProps) {
  const mistake = (field: string) => mistakes.find((one) => one.field === field)?.sentence
  return (
    <Section
      id="share"
      heading="Share it with a partnership"
      intro="It sees the lots that you choose, with their providers, ranks and prices, and may place people by them. You go on making every change."
    >
      <form method="post" action={safeUrl(sharePath(partnership.slug, contract.reference))} novalidate class="m-read">
        <Select
          name="partner"
          label="Partnership"
          value={typed.partner}
          errorMessage={mistake('partner')}
          items={[
            { value: '', text: 'Choose one' },
            ...partnerships
              .filter(({ id }) => id !== partnership.id)
              .map(({ id, title }) => ({ value: id, text: title })),
          ]}
        />
        <Checkboxes
          name="lots"
          legend="Lots"
          values={typed.lots}
          errorMessage={mistake('lots')}
          classes="govuk-checkboxes--small"
          items={contract.lots.map((lot) => ({ value: lot.id, content: lotName(lot) }))}
        />
        <DateInput
          id="from"
          namePrefix="from"
          legend="From which day"
          hint="For example, 1 4 2027"
          values={{ ...typed, lots: undefined }}
          errorMessage={mistake('from')}
        />
        <Button>Share it</Button>
      </form>
    </Section>
  )
}

const lotName = ({ number, name }: Pick<Lot, 'number' | 'name'>): string =>
  [number && `Lot ${number}`, name].filter(Boolean).join(', ') || 'The whole contract'
