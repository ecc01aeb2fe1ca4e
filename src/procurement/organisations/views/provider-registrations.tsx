import { DataTable, EmptyState, Section } from '../../../core/ui/parts/index.ts'
import { regulatorNames } from '../../../providers/index.ts'
import { providersPath, registrationPath } from '../paths.ts'
import type { ProviderPageProps } from './provider-page-props.ts'

/** Under which numbers the regulators know a provider; and where it is told. */
export function ProviderRegistrations({
  partnership: { slug },
  organisation,
  registrations,
  likely,
  mayWrite,
}: ProviderPageProps) {
  const { id, name } = organisation
  const named =
    likely.length === 0
      ? 'The register here names nobody of exactly this name.'
      : `The register names ${likely.join(' and ')} under this name.`
  return (
    <Section
      id="registrations"
      heading={
        registrations.length > 0 ? 'The regulator knows it' : 'It is not told under which number the regulator knows it'
      }
    >
      {registrations.length > 0 ? (
        <DataTable
          caption="Registrations as a provider"
          captionHidden
          columns={[{ heading: 'Regulator' }, { heading: 'Provider number' }]}
          rows={registrations.map(({ regulator, providerNumber }) => [regulatorNames[regulator], providerNumber])}
        />
      ) : (
        <EmptyState
          what={`${name} can’t be given a place in a lot for a registered service.`}
          why={named}
          link={
            mayWrite
              ? { text: 'Tell its provider number', href: registrationPath(slug, id) }
              : { text: 'All providers', href: providersPath(slug) }
          }
        />
      )}
    </Section>
  )
}
