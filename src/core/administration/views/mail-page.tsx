import type { Partnership } from '../../auth/index.ts'
import type { ListedMessage, MailCount, MailFilter, MailState } from '../../outbox/index.ts'
import { number } from '../../ui/format.ts'
import { InsetText, NotificationBanner, Select } from '../../ui/govuk/index.ts'
import { EmptyState, FilterPanel, PageTitle, Tally } from '../../ui/parts/index.ts'
import { adminPaths } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import { MailTable } from './mail-table.tsx'
import { type FormMistake, MistakeSummary } from './mistake-summary.tsx'
import { Pages } from './pages.tsx'

export interface MailPageProps {
  readonly partnership: Partnership
  readonly messages: readonly ListedMessage[]
  readonly counts: readonly MailCount[]
  readonly filter: MailFilter
  readonly page: number
  readonly address: string
  /** Whether mail is sent at all. */
  readonly mailGoes: boolean
  /** Whether the texts of messages that have not gone are shown: in development and in the demonstration only. */
  readonly showsTexts: boolean
  /** A message was just put back to be tried. */
  readonly done: boolean
  readonly mistakes: readonly FormMistake[]
}

const stateWords: { readonly [state in MailState]: string } = { waiting: 'waiting', sent: 'sent', failed: 'failed' }

/** What mail was sent, waits or failed, newest first. */
export function MailPage(props: MailPageProps) {
  const { partnership, messages, counts, filter, page, address, mailGoes, showsTexts, done, mistakes } = props
  const total = sumOf(counts, filter)
  const narrowed = filter.state !== undefined || filter.kind !== undefined
  return (
    <AdminPage partnership={partnership} title="Mail" current="mail" atTop mistakes={mistakes.length > 0}>
      <MistakeSummary mistakes={mistakes} />
      {done ? (
        <NotificationBanner
          type="success"
          text={mailGoes ? 'The message is on its way again.' : 'The message waits again, because no mail leaves.'}
        />
      ) : null}
      <PageTitle
        heading="Mail"
        note={`Messages that went out in the name of ${partnership.title}. Addresses and texts are dropped once a message has gone.`}
      />
      {mailGoes ? null : (
        <InsetText>
          {partnership.demonstration
            ? 'No mail leaves a demonstration.'
            : 'No mail leaves this service, because none is set up.'}
          {showsTexts ? ' Messages are shown here with their links, so that you can follow them.' : null}
        </InsetText>
      )}
      <Tally
        label="Messages in figures"
        items={(['waiting', 'sent', 'failed'] as const).map((state) => {
          const messagesThere = sumOf(counts, { state })
          return {
            value: number(messagesThere),
            what: stateWords[state],
            href: `${adminPaths.mail}?state=${state}`,
            tone: state === 'failed' && messagesThere > 0 ? ('need' as const) : undefined,
          }
        })}
      />
      <FilterPanel
        label="Filter the messages"
        action={adminPaths.mail}
        result={total === 1 ? 'One message' : `${number(total)} messages`}
        chosen={narrowed ? [{ text: 'This filter', href: adminPaths.mail }] : []}
        clear={{ text: 'All messages', href: adminPaths.mail }}
      >
        <Select
          name="state"
          label="State"
          value={filter.state ?? ''}
          items={[
            { text: 'Any', value: '' },
            ...(['waiting', 'sent', 'failed'] as const).map((state) => ({ text: stateWords[state], value: state })),
          ]}
        />
        <Select
          name="kind"
          label="About"
          value={filter.kind ?? ''}
          items={[{ text: 'Anything', value: '' }, ...kinds(counts)]}
        />
      </FilterPanel>
      {messages.length === 0 ? (
        <EmptyState
          what={narrowed ? 'No message matches this filter.' : 'Messages to people appear here.'}
          why={narrowed ? 'There are others.' : 'None has been written yet.'}
          link={
            narrowed
              ? { text: 'All messages', href: adminPaths.mail }
              : { text: 'Invite someone', href: adminPaths.invite }
          }
        />
      ) : (
        <>
          <MailTable {...props} total={total} />
          <Pages address={address} page={page} total={total} />
        </>
      )}
    </AdminPage>
  )
}

const sumOf = (counts: readonly MailCount[], { state, kind }: MailFilter): number =>
  counts
    .filter((count) => (state === undefined || count.state === state) && (kind === undefined || count.kind === kind))
    .reduce((sum, { messages }) => sum + messages, 0)

const kinds = (counts: readonly MailCount[]) =>
  [...new Map(counts.map(({ kind, subject }) => [kind, subject]))].map(([value, text]) => ({ value, text }))
