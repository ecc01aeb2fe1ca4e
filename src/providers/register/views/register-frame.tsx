import type { Partnership } from '../../../core/auth/index.ts'
import { importsPath } from '../../../core/importing/index.ts'
import type { Breadcrumb, Content } from '../../../core/ui/govuk/index.ts'
import { Page } from '../../../core/ui/layout/index.ts'
import { registerPath } from '../paths.ts'

export interface RegisterFrameProps {
  readonly partnership: Partnership
  readonly title: string
  /** The way from the register's page to here; none on that page itself. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** A form came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page of those who keep the register of services. */
export function RegisterFrame({ partnership, title, breadcrumbs, mistakes, children }: RegisterFrameProps) {
  const { slug } = partnership
  return (
    <Page
      title={title}
      description={`For those who keep the register of services of ${partnership.title}.`}
      lang="en-GB"
      density="work"
      brand={{
        kind: 'partnership',
        slug,
        name: partnership.title,
        subtitle: 'Register of services',
        colour: partnership.brandColour,
      }}
      navigation={[
        { text: 'Statement', href: `/${slug}` },
        { text: 'Register', href: registerPath(slug), current: breadcrumbs ? 'section' : 'page' },
        { text: 'Imports', href: importsPath(slug) },
      ]}
      breadcrumbs={breadcrumbs ? [{ content: 'Register', href: registerPath(slug) }, ...breadcrumbs] : undefined}
      mistakes={mistakes}
      demonstration={
        partnership.demonstration
          ? 'Demonstration. The services are invented until a real register is imported. Not a live service of the partnership.'
          : undefined
      }
      footer={{ links: [{ text: 'The statement as published', href: `/${slug}` }] }}
    >
      {children}
    </Page>
  )
}
