import type { Partnership } from '../../auth/index.ts'
import type { Content } from '../../ui/govuk/index.ts'
import { Page } from '../../ui/layout/index.ts'
import { Finding, Lead } from '../../ui/parts/index.ts'

export interface AboutPageProps {
  /** Whose pages it is about; none for the pages that belong to no partnership. */
  readonly partnership: Partnership | undefined
  readonly title: string
  readonly lead: Content
  readonly description: string
  readonly children: Content
}

/** A page about the site itself: one column of text under the name of whoever is responsible for it. */
export function AboutPage({ partnership, title, lead, description, children }: AboutPageProps) {
  return (
    <Page
      title={title}
      lang="en-GB"
      description={description}
      brand={
        partnership
          ? {
              kind: 'partnership',
              slug: partnership.slug,
              name: partnership.title,
              subtitle: 'Market position statement',
              colour: partnership.brandColour,
            }
          : { kind: 'neutral' }
      }
      breadcrumbs={
        partnership
          ? [{ content: partnership.title, href: `/${partnership.slug}` }, { content: title }]
          : [{ content: 'All partnerships', href: '/' }, { content: title }]
      }
      demonstration={
        partnership?.demonstration
          ? 'Demonstration. What this page says of contacts and tests is invented. Not a page of the partnership.'
          : undefined
      }
    >
      <div class="m-read">
        <div class="m-title">
          <Finding level={1}>{title}</Finding>
          <Lead>{lead}</Lead>
        </div>
        {children}
      </div>
    </Page>
  )
}
