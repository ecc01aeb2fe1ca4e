import type { Breadcrumb, Content } from '../../ui/govuk/index.ts'
import { Page } from '../../ui/layout/index.ts'
import { groups } from '../groups.ts'
import { groupPath, indexPath } from '../paths.ts'

export interface FrameProps {
  readonly title: string
  readonly description: string
  /** The group that the page shows. */
  readonly current?: string | undefined
  readonly density?: 'reading' | 'work' | undefined
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  readonly children: Content
}

/** A page of the design system: Mercat's own, with the groups as its navigation. */
export function Frame({ title, description, current, density, breadcrumbs, children }: FrameProps) {
  return (
    <Page
      title={title}
      description={description}
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      density={density}
      navigation={[
        { text: 'All parts', href: indexPath(), current: current ? undefined : 'page' },
        ...groups.map((group) => ({
          text: group.title,
          href: groupPath(group.slug),
          current: group.slug === current ? ('page' as const) : undefined,
        })),
      ]}
      breadcrumbs={breadcrumbs}
      styles={['design-system.css']}
      demonstration="Design system. Areas, providers, people and figures on these pages are invented."
    >
      {children}
    </Page>
  )
}
