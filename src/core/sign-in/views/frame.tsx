import { type Content, ErrorSummary } from '../../ui/govuk/index.ts'
import { type NavigationItem, Page } from '../../ui/layout/index.ts'
import { Finding, Lead } from '../../ui/parts/index.ts'
import type { Mistakes } from '../forms.ts'

export interface FrameProps {
  readonly title: string
  readonly lead?: Content | undefined
  /** By field; one under `form` is about the whole. */
  readonly mistakes?: Mistakes | undefined
  /** False on the way in, where there is no account to show yet. */
  readonly account?: boolean | undefined
  /** Whether whoever looks stepped into a role of the demonstration. */
  readonly demonstration?: boolean | undefined
  readonly back?: NavigationItem | undefined
  readonly children: Content
}

const demonstrationWords =
  'Demonstration. You stepped into an invented role: anyone may do so, and nothing here reaches the partnership.'

/** One column: a heading, what is wrong, and a form or some sentences. */
export function Frame({ title, lead, mistakes = {}, account, demonstration, back, children }: FrameProps) {
  const all = Object.entries(mistakes)
  return (
    <Page
      title={title}
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      description="Signing in and your account."
      account={account}
      mistakes={all.length > 0}
      demonstration={demonstration ? demonstrationWords : undefined}
      breadcrumbs={back ? [{ content: back.text, href: back.href }, { content: title }] : undefined}
    >
      <div class="m-read m-account">
        {all.length > 0 ? (
          <ErrorSummary
            title="There is a problem"
            errorList={all.map(([field, content]) => ({ content, href: field === 'form' ? undefined : `#${field}` }))}
          />
        ) : null}
        <div class="m-title">
          <Finding level={1}>{title}</Finding>
          {lead ? <Lead>{lead}</Lead> : null}
        </div>
        {children}
      </div>
    </Page>
  )
}
