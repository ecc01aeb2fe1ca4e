import type { ListedMessage } from '../../outbox/index.ts'
import { Details } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { DataTable, State, type StateKind } from '../../ui/parts/index.ts'
import { rowsShown } from '../page-of.ts'
import { adminPaths } from '../paths.ts'
import { WithLinks } from './with-links.tsx'

export interface MailTableProps {
  readonly messages: readonly ListedMessage[]
  readonly total: number
  readonly page: number
  readonly showsTexts: boolean
  readonly mailGoes: boolean
}

const states: { readonly [state in ListedMessage['state']]: { readonly kind: StateKind; readonly word: string } } = {
  waiting: { kind: 'planned', word: 'Waiting' },
  sent: { kind: 'done', word: 'Sent' },
  failed: { kind: 'attention', word: 'Failed' },
}

/** Messages by what they are about, never by to whom: that stands behind the sign-in of whoever got them. */
export const MailTable = ({ messages, total, page, showsTexts, mailGoes }: MailTableProps) => (
  <DataTable
    caption={`Messages ${rowsShown(page, messages.length, total)}, newest first`}
    columns={[{ heading: 'Subject' }, { heading: 'Written' }, { heading: 'State' }, { heading: 'Tries' }]}
    rows={messages.map((message) => [
      <>
        {message.subject}
        {showsTexts && message.text !== null ? (
          <Details summary="Show the message">
            <WithLinks text={message.text} />
          </Details>
        ) : null}
      </>,
      moment(message.writtenAt),
      <>
        <State {...states[message.state]} />
        <Since {...message} />
      </>,
      <>
        {message.attempts}
        {message.lastError ? (
          <>
            <br />
            <small>{message.lastError === 'expired' ? 'Its link ran out' : message.lastError}</small>
          </>
        ) : null}
        {message.text !== null && (message.state === 'failed' || mailGoes) ? <TryAgain {...message} /> : null}
      </>,
    ])}
  />
)

function Since({ sentAt, failedAt }: ListedMessage) {
  const at = sentAt ?? failedAt
  if (!at) return null
  return (
    <>
      <br />
      <small>{moment(at)}</small>
    </>
  )
}

const TryAgain = ({ id, subject, writtenAt }: ListedMessage) => (
  <form method="post" action={`${adminPaths.mail}/${id}/again`}>
    <button class="m-linklike" type="submit">
      Try again now
      <span class="m-vh">
        : {subject}, written {moment(writtenAt)}
      </span>
    </button>
  </form>
)
