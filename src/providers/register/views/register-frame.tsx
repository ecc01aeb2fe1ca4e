import { importsPath } from '../../../core/importing/index.ts'
import { WorkPage, type WorkPageProps } from '../../../core/ui/layout/index.ts'
import { registerPath } from '../paths.ts'

/** A page of those who keep the register of services. */
export function RegisterFrame(props: WorkPageProps) {
  const { slug } = props.partnership
  const place = {
    home: { text: 'Register', href: registerPath(slug) },
    subtitle: 'Register of services',
    whom: 'those who keep the register of services',
    beside: [{ text: 'Imports', href: importsPath(slug) }],
    demonstration: 'The services are invented until a real register is imported.',
  }
  return <WorkPage place={place} {...props} />
}
