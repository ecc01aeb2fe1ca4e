import { WorkPage, type WorkPageProps } from '../../../core/ui/layout/index.ts'
import { drillsPath, offerRulesPath } from '../../paths.ts'

/** A page of those who keep care going when a provider or a home closes. */
export function DrillFrame(props: WorkPageProps) {
  const { slug } = props.partnership
  const place = {
    home: { text: 'Failure drills', href: drillsPath(slug) },
    subtitle: 'Continuity of care',
    whom: 'those who keep care going',
    beside: [
      { text: 'Rules', href: offerRulesPath(slug) },
      { text: 'Contracts', href: `/${slug}/contracts` },
    ],
    demonstration: 'Providers, homes and packages are invented; nobody closes.',
  }
  return <WorkPage place={place} {...props} />
}
