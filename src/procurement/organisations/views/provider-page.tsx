import { longDate, number } from '../../../core/ui/format.ts'
import { Button, InsetText, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { IdentityBar, PageTitle } from '../../../core/ui/parts/index.ts'
import { addDays, londonDate } from '../../../core/values/index.ts'
import { suspendedOn } from '../../../providers/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { providersPath, suspendPath } from '../paths.ts'
import type { ProviderPageProps } from './provider-page-props.ts'
import { ProviderPlaces } from './provider-places.tsx'
import { ProviderRegistrations } from './provider-registrations.tsx'
import { ProviderSuspensions } from './provider-suspensions.tsx'

/** One provider as the partnership knows it: its lots, ranks and prices, its registrations, and when placing is suspended. */
export function ProviderPage(props: ProviderPageProps) {
  const { partnership, organisation, held, registrations, suspensions, today, mayWrite, notice } = props
  const { slug } = partnership
  const contracts = new Set(held.map(({ contract }) => contract.id)).size
  const current = suspensions.find((one) => suspendedOn(one, today))
  return (
    <ContractsPage
      partnership={partnership}
      of="providers"
      title={organisation.name}
      breadcrumbs={[{ content: 'Providers', href: providersPath(slug) }, { content: organisation.name }]}
    >
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      <PageTitle heading={organisation.name} note={`What it holds and at what prices, as on ${longDate(today)}.`} />
      <IdentityBar
        kind="Provider"
        name={organisation.name}
        actions={
          mayWrite && !current ? (
            <Button href={suspendPath(slug, organisation.id)} classes="govuk-button--secondary">
              Suspend placing
            </Button>
          ) : undefined
        }
        facts={[
          { term: 'Contracts', value: number(contracts) },
          { term: 'Places in lots', value: number(held.length) },
          {
            term: 'Registered',
            value:
              registrations.length > 0
                ? registrations.map(({ providerNumber }) => providerNumber).join(', ')
                : 'Not told',
          },
          current
            ? { term: 'Placing', value: untilWords(current.until), tone: 'need' as const }
            : { term: 'Placing', value: 'Open' },
        ]}
      />
      {current ? (
        <InsetText>
          Nothing new is placed with {organisation.name}: {current.reason}
        </InsetText>
      ) : null}
      <ProviderPlaces {...props} />
      <ProviderRegistrations {...props} />
      <ProviderSuspensions {...props} />
    </ContractsPage>
  )
}

const untilWords = (until: Date | null): string =>
  until ? `Suspended until ${longDate(addDays(londonDate(until), -1))}` : 'Suspended'
