import type { Partnership } from '../../../core/auth/index.ts'
import type { Content } from '../../../core/ui/govuk/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { packagePath, packagesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import type { ChangeKind } from '../change-kind.ts'
import { changeWords } from '../change-words.ts'
import { changePath } from '../paths.ts'

export interface ChangeFrameProps {
  readonly partnership: Partnership
  readonly package: Pick<CarePackage, 'reference'>
  readonly kind: ChangeKind
  readonly title: string
  readonly mistakes?: boolean
}

/** A page on the way to a change of a package. */
export function ChangeFrame({
  partnership,
  package: of,
  kind,
  title,
  mistakes,
  children,
}: ChangeFrameProps & { readonly children: Content }) {
  const { slug } = partnership
  return (
    <BrokeragePage
      partnership={partnership}
      of="packages"
      title={`${title}: ${of.reference}`}
      mistakes={mistakes}
      breadcrumbs={[
        { content: 'Packages', href: packagesPath(slug) },
        { content: of.reference, href: packagePath(slug, of.reference) },
        { content: 'Change', href: changePath(slug, of.reference) },
        { content: changeWords[kind].text },
      ]}
    >
      {children}
    </BrokeragePage>
  )
}
