import type { Breadcrumb, Content } from '../govuk/index.ts'
import type { NavigationItem } from './masthead.tsx'
import { Page } from './page.tsx'

/** What a page of staff says of the place that it belongs to. */
export interface WorkPlace {
  /** Its own first page: "Import data". */
  readonly home: { readonly text: string; readonly href: string }
  /** The name under the partnership's, "Imports", and whom its pages are for: "those who import data". */
  readonly subtitle: string
  readonly whom: string
  /** Other places to go to from here; the one that is current stands in place of the first. */
  readonly beside?: readonly NavigationItem[]
  /** What is to be known of it on a demonstration: "Anyone may step in and import here." */
  readonly demonstration: string
}

export interface WorkPageProps {
  readonly partnership: {
    readonly slug: string
    readonly title: string
    readonly brandColour: string
    readonly demonstration: boolean
  }
  readonly title: string
  /** The way from the place's first page to here; none on that page itself. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** A form came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page on which a partnership's staff work: dense, with the way to its place and to the statement. */
export function WorkPage({
  partnership,
  place,
  title,
  breadcrumbs,
  mistakes,
  children,
}: WorkPageProps & { readonly place: WorkPlace }) {
  const { slug } = partnership
  const { text, href } = place.home
  const { beside = [] } = place
  const elsewhere = beside.some(({ current }) => current)
  return (
    <Page
      title={title}
      description={`For ${place.whom} of ${partnership.title}.`}
      lang="en-GB"
      density="work"
      brand={{
        kind: 'partnership',
        slug,
        name: partnership.title,
        subtitle: place.subtitle,
        colour: partnership.brandColour,
      }}
      navigation={[
        { text: 'Statement', href: `/${slug}` },
        { text, href, current: elsewhere ? undefined : breadcrumbs ? 'section' : 'page' },
        ...beside,
      ]}
      breadcrumbs={breadcrumbs ? [{ content: text, href }, ...breadcrumbs] : undefined}
      mistakes={mistakes}
      demonstration={
        partnership.demonstration
          ? `Demonstration. ${place.demonstration} Not a live service of the partnership.`
          : undefined
      }
      footer={{ links: [{ text: 'The statement as published', href: `/${slug}` }] }}
    >
      {children}
    </Page>
  )
}
