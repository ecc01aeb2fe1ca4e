import { longDate } from '../../../core/ui/format.ts'
import { Button, Input } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, Lead, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import { hoursWords } from '../../requests/care-words.ts'
import { offersPlace, othersPath, providerPlaces, whyPath } from '../paths.ts'
import type { OfferedToOthers } from '../queries/others.ts'
import type { PartnershipNamed } from '../queries/partnerships-of.ts'
import { daysBack } from '../why.ts'

export interface OthersPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly partnerships: readonly PartnershipNamed[]
  readonly partnership: PartnershipNamed | undefined
  readonly others: readonly OfferedToOthers[]
  readonly services: ReadonlyMap<string, string>
}

const heading = 'Why was I not offered this?'

/** What went to others in a provider's lots, each with the way to why. */
export function OthersPage(props: OthersPageProps) {
  const { organisation, demonstration, partnerships, partnership, others } = props
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={offersPlace}
      title={heading}
      breadcrumbs={[{ content: heading }]}
    >
      <PageTitle heading={heading} />
      {partnership ? (
        <>
          <Lead>
            What {partnership.title} offered in your lots in the last {daysBack} days without you being asked. Nothing
            here is about a person. The answer is read from the ledger, and worked out again while you look.
          </Lead>
          {partnerships.length > 1 ? <Partnerships {...props} /> : null}
          {others.length > 0 ? (
            <Others {...props} partnership={partnership} />
          ) : (
            <EmptyState
              what={`What ${partnership.title} offered in your lots without asking you appears here.`}
              why={`In the last ${daysBack} days there was nothing.`}
              link={{ text: 'Your offers', href: offersPlace.href }}
            />
          )}
          <Reference partnership={partnership} />
        </>
      ) : (
        <EmptyState
          what="What was offered in your lots without asking you appears here."
          why="No partnership has a lot with a place of yours in it today."
          link={{ text: 'Your offers', href: offersPlace.href }}
        />
      )}
    </ProviderPage>
  )
}

const Partnerships = ({ partnerships, partnership }: OthersPageProps) => (
  <p>
    {partnerships.map(({ slug, title }, at) => (
      <>
        {at > 0 ? ', ' : ''}
        {slug === partnership?.slug ? (
          <strong>{title}</strong>
        ) : (
          <a href={`${othersPath()}?partnership=${encodeURIComponent(slug)}`}>{title}</a>
        )}
      </>
    ))}
  </p>
)

const Others = ({
  partnership,
  others,
  services,
}: Pick<OthersPageProps, 'others' | 'services'> & { readonly partnership: PartnershipNamed }) => (
  <DataTable
    caption={`Offered by ${partnership.title}, not to you`}
    captionHidden
    stack
    columns={[{ heading: 'Package' }, { heading: 'Service' }, { heading: 'Offered since' }]}
    rows={others.map(({ reference, district, serviceType, weeklyMinutes, openedAt }) => [
      <span>
        <a href={whyPath(partnership.slug, reference)}>
          {hoursWords(weeklyMinutes)} a week in {district}
        </a>
        <small class="m-under">{reference}</small>
      </span>,
      services.get(serviceType) ?? serviceType,
      longDate(londonDate(openedAt)),
    ])}
  />
)

const Reference = ({ partnership }: { readonly partnership: PartnershipNamed }) => (
  <Section id="by-reference" heading="By its reference">
    <form method="get" action={`${othersPath()}/find`}>
      <input type="hidden" name="partnership" value={partnership.slug} />
      <Input
        name="reference"
        label={`A package of ${partnership.title}`}
        hint="Such as WL-PKG-00042."
        classes="govuk-input--width-10"
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary">Why was I not offered it?</Button>
    </form>
  </Section>
)
