import type { Partnership } from '../../../core/auth/index.ts'
import { EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { packagePath, packagesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import type { ChangeKind } from '../change-kind.ts'
import { changeWords } from '../change-words.ts'
import { oneChangePath } from '../paths.ts'

export interface ChangePageProps {
  readonly partnership: Partnership
  readonly package: CarePackage
  /** How it stands now, in words. */
  readonly stands: readonly string[]
  readonly kinds: readonly ChangeKind[]
}

/** Asks what changed of a package. */
export function ChangePage({ partnership, package: of, stands, kinds }: ChangePageProps) {
  const { slug } = partnership
  return (
    <BrokeragePage
      partnership={partnership}
      of="packages"
      title={`What changed? ${of.reference}`}
      breadcrumbs={[
        { content: 'Packages', href: packagesPath(slug) },
        { content: of.reference, href: packagePath(slug, of.reference) },
        { content: 'Change' },
      ]}
    >
      <PageTitle
        heading="What changed?"
        note="You see what it would cost and leave to be placed before anything is done."
      />
      <ul class="govuk-list">
        {stands.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {kinds.length === 0 ? (
        <EmptyState
          what="What can change of a package stands here."
          why="This one is over. What happened to it stays on record."
          link={{ text: `Look at ${of.reference}`, href: packagePath(slug, of.reference) }}
        />
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {kinds.map((kind) => (
            <li>
              <a class="govuk-link govuk-!-font-weight-bold" href={oneChangePath(slug, of.reference, kind)}>
                {changeWords[kind].text}
              </a>
              <br />
              {changeWords[kind].hint}
            </li>
          ))}
        </ul>
      )}
    </BrokeragePage>
  )
}
