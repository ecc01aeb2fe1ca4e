import { WorkPage, type WorkPageProps } from '../../core/ui/layout/index.ts'
import { contractsPath, contractsTimelinePath } from '../register/paths.ts'

const places = {
  timeline: { text: 'Timeline', path: contractsTimelinePath },
  providers: { text: 'Providers', path: (slug: string) => `${contractsPath(slug)}/providers` },
  uplifts: { text: 'Uplifts', path: (slug: string) => `/${slug}/uplifts` },
  spot: { text: 'Spot', path: (slug: string) => `${contractsPath(slug)}/spot` },
  planning: { text: 'Planning', path: (slug: string) => `${contractsPath(slug)}/planning` },
  summaries: { text: 'Summaries', path: (slug: string) => `${contractsPath(slug)}/summaries` },
} as const

/** The places beside the register of contracts. */
export type ContractsPlace = keyof typeof places

export interface ContractsPageProps extends WorkPageProps {
  /** The place beside the register that the page belongs to; the register itself when left out. */
  readonly of?: ContractsPlace | undefined
}

/** A page of those who work with contracts: the register, and the places beside it. */
export function ContractsPage({ of, ...props }: ContractsPageProps) {
  const { slug } = props.partnership
  const here: 'section' | 'page' = (props.breadcrumbs?.length ?? 0) > 1 ? 'section' : 'page'
  const beside = Object.entries(places).map(([name, { text, path }]) => ({
    text,
    href: path(slug),
    current: name === of ? here : undefined,
  }))
  const place = {
    home: { text: 'Contracts', href: contractsPath(slug) },
    subtitle: 'Contracts',
    whom: 'those who work with contracts',
    beside,
    demonstration:
      'Terms and sums are as published, moved on by the years that each contract states; providers and prices are invented.',
  }
  return <WorkPage place={place} {...props} />
}
