import { Button, Input, SummaryList } from '../../ui/govuk/index.ts'
import type { Mistakes } from '../forms.ts'
import { oidcStart, paths } from '../paths.ts'
import { Frame } from './frame.tsx'
import { NewPassword } from './password-pages.tsx'

interface InvitationView {
  readonly token: string
  /** The partnership that invites. */
  readonly inviting: string
  readonly email: string
  readonly name: string
  /** In words. */
  readonly roles: readonly string[]
  readonly organisation: string | undefined
}

export interface InvitationPageProps {
  readonly invitation: InvitationView
  /** `new`: nobody has this address yet; `join`: they have, and may join; `sign-in`: they have to sign in first. */
  readonly step: 'new' | 'join' | 'sign-in'
  readonly name?: string | undefined
  readonly mistakes?: Mistakes | undefined
  /** Somebody else is signed in on this browser. */
  readonly other?: boolean | undefined
  /** What an account of the organisation's sign-in service is called, where there is one. */
  readonly service?: string | undefined
}

/** An invitation: by whom, as what, and the one thing to do about it. */
export function InvitationPage({ invitation, step, name, mistakes, other, service }: InvitationPageProps) {
  const { token, inviting, email, roles, organisation } = invitation
  return (
    <Frame title={`${inviting} invites you`} account={other} mistakes={mistakes}>
      <SummaryList
        rows={[
          { key: 'Email address', value: email },
          organisation
            ? { key: 'You will act for', value: organisation }
            : { key: 'You will act for', value: inviting },
          { key: roles.length > 1 ? 'Roles' : 'Role', value: roles.join(', ') },
        ]}
      />
      {step === 'sign-in' ? (
        <p>
          {other ? 'Somebody else is signed in on this browser. ' : ''}
          You have an account with this address already.{' '}
          <a href={`${paths.signIn}?to=${encodeURIComponent(`${paths.invitation}?token=${token}`)}`}>Sign in with it</a>{' '}
          and you come back here to join.
        </p>
      ) : (
        <form method="post" action={paths.invitation} novalidate>
          <input type="hidden" name="token" value={token} />
          {step === 'new' ? (
            <>
              <Input
                label="Your name"
                hint="As colleagues know you."
                name="name"
                autocomplete="name"
                value={name ?? invitation.name}
                errorMessage={mistakes?.name}
              />
              <NewPassword mistakes={mistakes} />
              <p>Next you set up a second step with an authenticator app on your phone.</p>
            </>
          ) : null}
          <Button>{step === 'new' ? 'Accept the invitation' : 'Join with my account'}</Button>
        </form>
      )}
      {step === 'new' && service ? (
        <>
          <h2 class="m-h3">Without another password</h2>
          <p>
            Where your organisation gave you the address {email}, you can accept with {service}.
          </p>
          <Button classes="govuk-button--secondary" href={oidcStart(`${paths.invitation}?token=${token}`)}>
            Accept with {service}
          </Button>
        </>
      ) : null}
    </Frame>
  )
}
