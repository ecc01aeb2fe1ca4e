import { useContext } from 'preact/hooks'
import type { Partnership } from '../../core/auth/index.ts'
import type { Breadcrumb, Content } from '../../core/ui/govuk/index.ts'
import { type NavigationItem, Page } from '../../core/ui/layout/index.ts'
import { dataPath, editionsPath, feedPath, frontPath, homePath, servicesPath } from '../paths.ts'
import { placesPath } from '../places/paths.ts'
import { measuresPath, wordsPath } from '../terms/paths.ts'
import { StatementStrip } from './statement-strip.ts'

export interface StatementPageProps {
  readonly partnership: Partnership
  readonly title: string
  /** One or two sentences for search engines. */
  readonly description: string
  /** Which part of the site this is. */
  readonly current: 'statement' | 'services' | 'places' | 'editions' | 'data'
  /** The address is the start of that part itself. */
  readonly atTop?: boolean | undefined
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** A form on the page came back with mistakes. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

/** A page of one partnership's statement, under its own name and colour. */
export function StatementPage(props: StatementPageProps) {
  const { partnership, title, description, current, atTop, breadcrumbs, mistakes, children } = props
  const { slug } = partnership
  const strip = useContext(StatementStrip)
  const at = (part: StatementPageProps['current']): NavigationItem['current'] =>
    part !== current ? undefined : atTop ? 'page' : 'section'
  return (
    <Page
      title={title}
      description={description}
      lang="en-GB"
      brand={{
        kind: 'partnership',
        slug,
        name: partnership.title,
        subtitle: subtitleOf(partnership),
        colour: partnership.brandColour,
      }}
      navigation={[
        { text: 'Statement', href: homePath(slug), current: at('statement') },
        { text: 'Services', href: servicesPath(slug), current: at('services') },
        { text: 'Places', href: placesPath(slug), current: at('places') },
        { text: 'Editions', href: editionsPath(slug), current: at('editions') },
        { text: 'Open data', href: dataPath(slug), current: at('data') },
      ]}
      breadcrumbs={breadcrumbs}
      mistakes={mistakes}
      feeds={[
        {
          title: `Editions of the statement of ${partnership.title}`,
          href: feedPath(slug),
          type: 'application/atom+xml',
        },
      ]}
      demonstration={
        partnership.demonstration
          ? 'Demonstration. Figures are published ones with their source, or are marked as invented; services and their names are invented. Not a live service of the partnership.'
          : undefined
      }
      footer={{
        links: [
          ...(partnership.website ? [{ text: `${partnership.title} on its own site`, href: partnership.website }] : []),
          { text: 'Open data', href: dataPath(slug) },
          { text: 'What the words mean', href: wordsPath(slug) },
          { text: 'How each measure is made', href: measuresPath(slug) },
          { text: 'All partnerships', href: frontPath() },
        ],
      }}
    >
      {strip}
      {children}
    </Page>
  )
}

/** What stands under the title: the rest of the full name, or what the site is. */
function subtitleOf({ title, name }: Partnership): string {
  const rest = name.startsWith(title) ? name.slice(title.length).trim() : ''
  return rest || 'Market position statement'
}
