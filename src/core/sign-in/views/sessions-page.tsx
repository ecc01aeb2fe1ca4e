import { Button, SummaryList } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import type { OpenSession } from '../commands/sessions.ts'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'

/** Where one is signed in: this session and the others, each with a way to end it. */
export function SessionsPage({
  sessions,
  demonstration,
}: {
  readonly sessions: readonly OpenSession[]
  readonly demonstration: boolean
}) {
  const others = sessions.filter((session) => !session.current)
  return (
    <Frame
      title={others.length === 0 ? 'You are signed in here only' : `You are signed in at ${sessions.length} places`}
      lead="A session ends by itself after an hour without use, and after twelve hours at the latest."
      back={{ text: 'Your account', href: paths.account }}
      demonstration={demonstration}
    >
      {sessions.map((session) => (
        <section class="m-session">
          <h2 class="m-h3">{session.current ? `${session.browser}, this session` : session.browser}</h2>
          <SummaryList
            classes="govuk-summary-list--no-border"
            rows={[
              { key: 'Signed in', value: moment(session.since) },
              { key: 'Last seen', value: session.current ? 'Now' : moment(session.seen) },
              { key: 'From about', value: session.address || 'unknown' },
            ]}
          />
          {session.current ? null : (
            <form method="post" action={paths.sessions}>
              <input type="hidden" name="id" value={session.id} />
              <Button classes="govuk-button--secondary">
                End this session
                <span class="m-vh">
                  : {session.browser}, since {moment(session.since)}
                </span>
              </Button>
            </form>
          )}
        </section>
      ))}
      {others.length > 1 ? (
        <form method="post" action={paths.sessions}>
          <input type="hidden" name="id" value="others" />
          <Button classes="govuk-button--warning">End all other sessions</Button>
        </form>
      ) : null}
      <p class="m-2">Addresses are kept without their last part.</p>
    </Frame>
  )
}
