import type { Breadcrumb, Content } from '../../../core/ui/govuk/index.ts'
import { type NavigationItem, Page } from '../../../core/ui/layout/index.ts'
import { providerContractsPath } from '../paths.ts'

/** A place of the pages for providers: a list that others lie below. */
export type ProviderPlace = Pick<NavigationItem, 'text' | 'href'>

/** The list of a provider's contracts. */
export const contractsPlace: ProviderPlace = { text: 'Contracts', href: providerContractsPath() }

export interface ProviderPageProps {
  /** Whose page it is. */
  readonly organisation: string
  readonly demonstration: boolean
  readonly title: string
  /** All the places there are, in their order; the page's own is one of them. */
  readonly places: readonly ProviderPlace[]
  /** Where the page lies. */
  readonly of: ProviderPlace
  /** Below the list that the page lies in. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** A form came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page for a provider: of no partnership, for it works for several. */
export function ProviderPage(props: ProviderPageProps) {
  const { organisation, demonstration, title, places, of, breadcrumbs, mistakes, children } = props
  return (
    <Page
      title={title}
      description={`${of.text} of ${organisation}, in every partnership.`}
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      navigation={[
        ...places.map(({ text, href }) => ({
          text,
          href,
          current: href === of.href ? (breadcrumbs ? ('section' as const) : ('page' as const)) : undefined,
        })),
        { text: 'What partnerships need', href: '/' },
      ]}
      breadcrumbs={breadcrumbs ? [{ content: of.text, href: of.href }, ...breadcrumbs] : undefined}
      mistakes={mistakes}
      demonstration={
        demonstration
          ? 'Demonstration. Providers, people and prices are invented; terms are as published, moved on by years. Not a live service.'
          : undefined
      }
    >
      {children}
    </Page>
  )
}
