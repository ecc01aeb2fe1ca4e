import { Button } from '../../../core/ui/govuk/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { packagePath } from '../../paths.ts'
import { spellPath } from '../../unmet/paths.ts'
import type { DeskPackage, DeskWhy, Starting } from '../desk-row.ts'

interface RowFormProps {
  readonly action: string
  readonly of: Pick<DeskPackage, 'id' | 'reference' | 'version'>
  readonly does: string
  readonly words: string
  readonly strong?: boolean | undefined
  readonly placementId?: Id | undefined
}

/** One button of a row that does something at once; it says which state of the package was seen. */
export function RowForm({ action, of: { id, reference, version }, does, words, strong, placementId }: RowFormProps) {
  return (
    <form method="post" action={action} data-swap="desk">
      <input type="hidden" name="package" value={id} />
      <input type="hidden" name="version" value={String(version)} />
      {placementId ? <input type="hidden" name="placement" value={placementId} /> : null}
      <Button name="do" value={does} classes={strong ? undefined : 'govuk-button--secondary'} preventDoubleClick>
        <span class="m-nb">{words}</span>
        <span class="govuk-visually-hidden"> for {reference}</span>
      </Button>
    </form>
  )
}

export interface DeskNextProps {
  readonly why: DeskWhy
  readonly of: DeskPackage
  readonly slug: string
  /** Where the forms of rows are sent: the desk as it was asked for. */
  readonly action: string
  readonly mayPlace: boolean
}

/** The one next thing to do about a package. */
export function DeskNext({ why, of, slug, action, mayPlace }: DeskNextProps) {
  const path = packagePath(slug, of.reference)
  if (mayPlace && why === 'unsent') return <RowForm action={action} of={of} does="send" words="Send offers" strong />
  if (mayPlace && why === 'late') return <RowForm action={action} of={of} does="next" words="Ask who is next" strong />
  if (mayPlace && why === 'stuck') return <RowForm action={action} of={of} does="send" words="Send offers" strong />
  if (mayPlace && why === 'paused') return <RowForm action={action} of={of} does="resume" words="Let clocks run" />
  if (why === 'unmet' && of.spellId) {
    return (
      <RowLink
        href={spellPath(slug, of.spellId)}
        words={of.reviewOn === null ? 'Record as unmet' : 'Review'}
        reference={of.reference}
        strong
      />
    )
  }
  if (why === 'question') return <RowLink href={`${path}#answer`} words="Answer question" reference={of.reference} />
  if (why === 'proposal') return <RowLink href={`${path}#proposal`} words="Decide proposal" reference={of.reference} />
  return <RowLink href={path} words="Open" reference={of.reference} />
}

export interface StartNextProps extends Omit<DeskNextProps, 'why'> {
  readonly start: Starting
  readonly now: Date
}

/** Confirms that care has begun, from the day on which it was to. */
export function StartNext({ start, of, slug, action, mayPlace, now }: StartNextProps) {
  if (mayPlace && start.startsOn <= londonDate(now)) {
    return <RowForm action={action} of={of} does="start" words="Confirm start" placementId={start.placementId} />
  }
  return <RowLink href={packagePath(slug, of.reference)} words="Open" reference={of.reference} />
}

interface RowLinkProps {
  readonly href: string
  readonly words: string
  readonly reference: string
  readonly strong?: boolean | undefined
}

function RowLink({ href, words, reference, strong }: RowLinkProps) {
  return (
    <Button href={href} classes={strong ? undefined : 'govuk-button--secondary'}>
      {words}
      <span class="govuk-visually-hidden"> {reference}</span>
    </Button>
  )
}
