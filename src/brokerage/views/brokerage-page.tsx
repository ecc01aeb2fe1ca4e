import { WorkPage, type WorkPageProps } from '../../core/ui/layout/index.ts'
import { deskPath, offerRulesPath, packagesPath, unmetPath } from '../paths.ts'
import { plansPath } from '../plans/paths.ts'

const places = {
  packages: { text: 'Packages', path: packagesPath },
  plans: { text: 'Plans', path: plansPath },
  rules: { text: 'Rules', path: offerRulesPath },
  unmet: { text: 'Unmet need', path: unmetPath },
} as const

/** The places beside the desk. */
export type BrokeragePlace = keyof typeof places

export interface BrokeragePageProps extends WorkPageProps {
  /** The place beside the desk that the page belongs to; the desk itself when left out. */
  readonly of?: BrokeragePlace | undefined
}

/** A page of those who match people with care: the desk, and the places beside it. */
export function BrokeragePage({ of, ...props }: BrokeragePageProps) {
  const { slug } = props.partnership
  // The first breadcrumb is the place's own; below it, the place is a section.
  const here: 'section' | 'page' = (props.breadcrumbs?.length ?? 0) > 1 ? 'section' : 'page'
  const beside = Object.entries(places).map(([name, { text, path }]) => ({
    text,
    href: path(slug),
    current: name === of ? here : undefined,
  }))
  const place = {
    home: { text: 'Desk', href: deskPath(slug) },
    subtitle: 'Service matching',
    whom: 'those who match people with care',
    beside,
    demonstration: 'People, packages and providers are invented; the order of lots follows published plans.',
  }
  return <WorkPage place={place} {...props} />
}
