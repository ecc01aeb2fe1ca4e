import type { Partnership } from '../../auth/index.ts'
import type { Breadcrumb, Content } from '../../ui/govuk/index.ts'
import { Page } from '../../ui/layout/index.ts'
import { importsPath } from '../paths.ts'

export interface ImportPageProps {
  readonly partnership: Partnership
  readonly title: string
  /** The way from the list of imports to here; none on the list itself. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** A form came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page of those who import files. */
export function ImportPage({ partnership, title, breadcrumbs, mistakes, children }: ImportPageProps) {
  const { slug } = partnership
  return (
    <Page
      title={title}
      description={`For those who import data of ${partnership.title}.`}
      lang="en-GB"
      density="work"
      brand={{
        kind: 'partnership',
        slug,
        name: partnership.title,
        subtitle: 'Imports',
        colour: partnership.brandColour,
      }}
      navigation={[
        { text: 'Statement', href: `/${slug}` },
        { text: 'Import data', href: importsPath(slug), current: breadcrumbs ? 'section' : 'page' },
      ]}
      breadcrumbs={breadcrumbs ? [{ content: 'Import data', href: importsPath(slug) }, ...breadcrumbs] : undefined}
      mistakes={mistakes}
      demonstration={
        partnership.demonstration
          ? 'Demonstration. Anyone may step in and import here. Not a live service of the partnership.'
          : undefined
      }
      footer={{ links: [{ text: 'The statement as published', href: `/${slug}` }] }}
    >
      {children}
    </Page>
  )
}
