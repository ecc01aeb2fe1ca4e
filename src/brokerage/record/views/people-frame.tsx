import { WorkPage, type WorkPageProps } from '../../../core/ui/layout/index.ts'
import { peoplePath } from '../../paths.ts'

/** A page of those who answer for people's data. */
export function PeopleFrame(props: WorkPageProps) {
  const place = {
    home: { text: 'People’s data', href: peoplePath(props.partnership.slug) },
    subtitle: 'People’s data',
    whom: 'those who answer for people’s data',
    demonstration: 'People are invented.',
  }
  return <WorkPage place={place} {...props} />
}
