import type { Breadcrumb, Content } from '../../../core/ui/govuk/index.ts'
import { Page } from '../../../core/ui/layout/index.ts'
import { providerContractsPath } from '../paths.ts'

export interface ProviderPageProps {
  /** Whose page it is. */
  readonly organisation: string
  readonly demonstration: boolean
  readonly title: string
  /** Below the list of contracts. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  readonly children: Content
}

/** A page for a provider: of no partnership, for it works for several. */
export function ProviderPage({ organisation, demonstration, title, breadcrumbs, children }: ProviderPageProps) {
  const home = providerContractsPath()
  return (
    <Page
      title={title}
      description={`Contracts of ${organisation}, in every partnership.`}
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      navigation={[
        { text: 'Your contracts', href: home, current: breadcrumbs ? 'section' : 'page' },
        { text: 'What partnerships need', href: '/' },
      ]}
      breadcrumbs={breadcrumbs ? [{ content: 'Your contracts', href: home }, ...breadcrumbs] : undefined}
      demonstration={
        demonstration
          ? 'Demonstration. Providers and prices are invented; terms are as published, moved on by years. Not a live service.'
          : undefined
      }
    >
      {children}
    </Page>
  )
}
