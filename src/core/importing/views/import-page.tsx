import { WorkPage, type WorkPageProps } from '../../ui/layout/index.ts'
import { importsPath } from '../paths.ts'

/** A page of those who import files. */
export function ImportPage(props: WorkPageProps) {
  const place = {
    home: { text: 'Import data', href: importsPath(props.partnership.slug) },
    subtitle: 'Imports',
    whom: 'those who import data',
    demonstration: 'Anyone may step in and import here.',
  }
  return <WorkPage place={place} {...props} />
}
