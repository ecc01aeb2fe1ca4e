import type { Partnership } from '../../auth/index.ts'
import type { Content } from '../../ui/govuk/index.ts'
import { Page } from '../../ui/layout/index.ts'
import { adminPaths } from '../paths.ts'

/** The parts of the administration, in the order of the navigation. */
const parts = [
  { key: 'home', text: 'Administration' },
  { key: 'people', text: 'People' },
  { key: 'invitations', text: 'Invitations' },
  { key: 'audit', text: 'Sign-ins and rights' },
  { key: 'permissions', text: 'Roles' },
  { key: 'mail', text: 'Mail' },
  { key: 'settings', text: 'Settings' },
] as const

export interface AdminPageProps {
  readonly partnership: Partnership
  readonly title: string
  readonly current: (typeof parts)[number]['key']
  /** The address is the start of that part itself. */
  readonly atTop?: boolean | undefined
  /** A form came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page on which administrators of a partnership work. */
export function AdminPage({ partnership, title, current, atTop, mistakes, children }: AdminPageProps) {
  return (
    <Page
      title={title}
      lang="en-GB"
      density="work"
      mistakes={mistakes}
      description={`Administration of ${partnership.title}.`}
      brand={{
        kind: 'partnership',
        slug: partnership.slug,
        name: partnership.title,
        subtitle: 'Administration',
        colour: partnership.brandColour,
      }}
      navigation={parts.map(({ key, text }) => ({
        text,
        href: adminPaths[key],
        current: key !== current ? undefined : atTop ? 'page' : 'section',
      }))}
      demonstration={partnership.demonstration ? 'Demonstration. Everyone named here is invented.' : undefined}
    >
      {children}
    </Page>
  )
}
