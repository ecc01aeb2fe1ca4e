import type { Partnership } from '../../../core/auth/index.ts'
import { number } from '../../../core/ui/format.ts'
import { Input, Select } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, FilterPanel, PageTitle, State } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { roleWords } from '../../register/contract-words.ts'
import { contractsPath } from '../../register/paths.ts'
import { Pages } from '../../register/views/pages.tsx'
import { roles } from '../../standing.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { providersPageLength } from '../page-length.ts'
import { providerPath, providersPath } from '../paths.ts'
import type { ListedProvider } from '../queries/providers.ts'

export interface ProvidersPageProps {
  readonly partnership: Partnership
  readonly providers: readonly ListedProvider[]
  readonly total: number
  readonly suspended: ReadonlySet<Id>
  readonly asked: { readonly name: string; readonly all: boolean; readonly page: number; readonly address: string }
}

/** Everyone who has a place in a lot, or had one: with their lots and roles, and whether they can be asked. */
export function ProvidersPage({ partnership, providers, total, suspended, asked }: ProvidersPageProps) {
  const { slug } = partnership
  const who = total === 1 ? 'One provider' : `${number(total)} providers`
  const filtered = asked.name !== '' || asked.all
  return (
    <ContractsPage partnership={partnership} of="providers" title="Providers" breadcrumbs={[{ content: 'Providers' }]}>
      <PageTitle
        heading={asked.all ? `${who} in lots, today or at another time` : `${who} in lots today`}
        note="Everyone with a place in a lot of a contract: where, as what, and whether they can be asked."
      />
      <FilterPanel
        label="Filter the providers"
        action={providersPath(slug)}
        result={who}
        clear={filtered ? { text: 'Clear', href: providersPath(slug) } : undefined}
        chosen={
          asked.name === ''
            ? []
            : [{ text: `Name: ${asked.name}`, href: `${providersPath(slug)}${asked.all ? '?show=all' : ''}` }]
        }
      >
        <Input name="name" label={{ content: 'Name' }} value={asked.name} autocomplete="off" />
        <Select
          name="show"
          label={{ content: 'Show' }}
          value={asked.all ? 'all' : ''}
          items={[
            { value: '', text: 'With a place today' },
            { value: 'all', text: 'Past and to come too' },
          ]}
        />
      </FilterPanel>
      {providers.length === 0 ? (
        <EmptyState
          what="Providers appear here with their lots."
          why={filtered ? 'Nobody matches what was chosen.' : 'Nobody has a place in a lot today.'}
          link={
            filtered
              ? { text: 'Providers with a place today', href: providersPath(slug) }
              : { text: 'The register of contracts', href: contractsPath(slug) }
          }
        />
      ) : (
        <DataTable
          caption="Providers by name"
          captionHidden
          columns={[
            { heading: 'Provider' },
            { heading: 'Contracts', align: 'number' },
            { heading: 'Lots', align: 'number' },
            { heading: 'As' },
            { heading: 'Can be asked' },
          ]}
          rows={providers.map((one) => [
            <a href={providerPath(slug, one.id)}>{one.name}</a>,
            number(one.contracts),
            number(one.lots),
            rolesOf(one),
            <Askable {...one} suspended={suspended.has(one.id)} />,
          ])}
        />
      )}
      <Pages
        address={asked.address}
        page={asked.page}
        length={providersPageLength}
        total={total}
        label="Pages of providers"
      />
    </ContractsPage>
  )
}

const rolesOf = ({ roles: held }: ListedProvider): string =>
  roles
    .filter((role) => held.includes(role))
    .map((role) => roleWords[role])
    .join(', ') || 'No place today'

function Askable({ suspended, unconfirmed, askable, lots }: ListedProvider & { readonly suspended: boolean }) {
  if (suspended) return <State kind="stopped" word="No: placing is suspended" />
  if (lots === 0) return <State kind="stopped" word="No place today" />
  if (unconfirmed)
    return (
      <State
        kind="attention"
        word={askable ? 'Not in every lot: not found in the register' : 'No: not found in the register'}
      />
    )
  return askable ? <State kind="done" word="Yes" /> : <State kind="stopped" word="No: suspended in its lots" />
}
