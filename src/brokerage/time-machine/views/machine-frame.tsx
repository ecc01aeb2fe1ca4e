import { WorkPage, type WorkPageProps } from '../../../core/ui/layout/index.ts'
import { offerRulesPath, timeMachinePath } from '../../paths.ts'

/** A page of those who try what would have been. */
export function MachineFrame(props: WorkPageProps) {
  const { slug } = props.partnership
  const place = {
    home: { text: 'Time machine', href: timeMachinePath(slug) },
    subtitle: 'Commissioning',
    whom: 'those who commission care',
    beside: [
      { text: 'Rules', href: offerRulesPath(slug) },
      { text: 'Contracts', href: `/${slug}/contracts` },
    ],
    demonstration: 'Packages and providers are invented, and so is what comes of them.',
  }
  return <WorkPage place={place} {...props} />
}
