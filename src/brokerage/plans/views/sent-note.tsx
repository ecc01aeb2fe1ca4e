import { number } from '../../../core/ui/format.ts'
import { moment } from '../../../core/ui/moment.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import { packagePath } from '../../paths.ts'
import type { SendingTold } from './sent-page.tsx'

interface SentNoteProps {
  readonly sendings: readonly SendingTold[]
  readonly slug: string
  /** Where it is told whom the offers went to. */
  readonly more: string
}

/** Sendings that are told one by one, and packages that are named of each. */
const most = { sendings: 5, named: 12 } as const

/** For which packages offers were sent from a plan, the latest first; nothing where none were. */
export function SentNote({ sendings, slug, more }: SentNoteProps) {
  if (sendings.length === 0) return null
  const told = sendings.map(({ sending: { sent, not }, ...rest }) => ({
    ...rest,
    out: sent.filter(({ to }) => to.length > 0),
    // Nobody could be asked, or it was refused.
    none: [...sent.filter(({ to }) => to.length === 0), ...not],
  }))
  const packages = new Set(told.flatMap(({ out }) => out.map(({ reference }) => reference))).size
  const heading =
    packages === 0
      ? 'No offer could be sent from this plan'
      : `Offers were sent for ${packages === 1 ? '1 package' : `${number(packages)} packages`} of this plan`
  const earlier = sendings.length - most.sendings
  return (
    <Section id="sent" heading={heading}>
      <ul class="govuk-list govuk-list--bullet">
        {told.slice(0, most.sendings).map(({ at, by, out, none }) => (
          <li>
            {moment(at)}
            {by ? `, ${by}` : ''}: {out.length > 0 ? <Named some={out} slug={slug} /> : 'none'}
            {none.length > 0 ? (
              <>
                . Nothing was sent for <Named some={none} slug={slug} />
              </>
            ) : null}
            .
          </li>
        ))}
        {earlier > 0 ? <li>and {number(earlier)} times before.</li> : null}
      </ul>
      <p>
        <a href={more}>What became of the offers that were sent from this plan</a>
      </p>
    </Section>
  )
}

function Named({ some, slug }: { readonly some: readonly { readonly reference: string }[]; readonly slug: string }) {
  const rest = some.length - most.named
  return (
    <>
      {some.slice(0, most.named).map(({ reference }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a href={packagePath(slug, reference)}>{reference}</a>
        </>
      ))}
      {rest > 0 ? ` and ${number(rest)} more` : ''}
    </>
  )
}
