import { WorkPage, type WorkPageProps } from '../../../core/ui/layout/index.ts'
import { deskPath } from '../paths.ts'

/** A page of those who write the statement. */
export function WritePage(props: WorkPageProps) {
  const place = {
    home: { text: 'Write', href: deskPath(props.partnership.slug) },
    subtitle: 'Writing desk',
    whom: 'those who write the statement',
    demonstration: 'Anyone may step in and write here.',
  }
  return <WorkPage place={place} {...props} />
}
