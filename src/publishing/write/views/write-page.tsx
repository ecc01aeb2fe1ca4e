import type { Partnership } from '../../../core/auth/index.ts'
import type { Breadcrumb, Content } from '../../../core/ui/govuk/index.ts'
import { Page } from '../../../core/ui/layout/index.ts'
import { homePath } from '../../paths.ts'
import { deskPath } from '../paths.ts'

export interface WritePageProps {
  readonly partnership: Partnership
  readonly title: string
  /** The way from the desk to here; none on the desk itself. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** A form came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page of those who write the statement. */
export function WritePage({ partnership, title, breadcrumbs, mistakes, children }: WritePageProps) {
  const { slug } = partnership
  return (
    <Page
      title={title}
      description={`For those who write the statement of ${partnership.title}.`}
      lang="en-GB"
      density="work"
      brand={{
        kind: 'partnership',
        slug,
        name: partnership.title,
        subtitle: 'Writing desk',
        colour: partnership.brandColour,
      }}
      navigation={[
        { text: 'Statement', href: homePath(slug) },
        { text: 'Write', href: deskPath(slug), current: breadcrumbs ? 'section' : 'page' },
      ]}
      breadcrumbs={breadcrumbs ? [{ content: 'Write', href: deskPath(slug) }, ...breadcrumbs] : undefined}
      mistakes={mistakes}
      demonstration={
        partnership.demonstration
          ? 'Demonstration. Anyone may step in and write here. Not a live service of the partnership.'
          : undefined
      }
      footer={{ links: [{ text: 'The statement as published', href: homePath(slug) }] }}
    >
      {children}
    </Page>
  )
}
