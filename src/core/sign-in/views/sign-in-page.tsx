import { Button, Input, InsetText, PasswordInput } from '../../ui/govuk/index.ts'
import type { Mistakes } from '../forms.ts'
import { oidcStart, paths } from '../paths.ts'
import type { SignInWay } from '../sign-in-ways.ts'
import { Frame } from './frame.tsx'

export interface SignInPageProps {
  readonly ways: readonly SignInWay[]
  readonly to: string
  readonly email?: string | undefined
  readonly mistakes?: Mistakes | undefined
  /** Whether there is a demonstration to step into. */
  readonly demonstration: boolean
  /** What has just been done, such as a new password. */
  readonly news?: string | undefined
}

/** The way in: an email address and a password, or a role of the demonstration. */
export function SignInPage({ ways, to, email, mistakes, demonstration, news }: SignInPageProps) {
  return (
    <Frame title="Sign in" account={false} mistakes={mistakes}>
      {news ? <InsetText>{news}</InsetText> : null}
      {ways.length === 0 ? (
        <p>
          Signing in with a password is switched off here. Whoever runs this service turns it on by setting{' '}
          <code>MERCAT_SECRET</code>.
        </p>
      ) : null}
      {ways.map((way) =>
        way.kind === 'oidc' ? (
          <ByOidc name={way.name} to={to} />
        ) : (
          <>
            {ways.length > 1 ? <h2 class="m-h3">With a password</h2> : null}
            <ByPassword to={to} email={email} mistakes={mistakes} />
          </>
        ),
      )}
      {demonstration ? (
        <p>
          This is a demonstration. <a href={paths.demonstration}>Step into a role</a> without an account.
        </p>
      ) : null}
      <h2 class="m-h3">If you have no account</h2>
      <p>
        Accounts are for people who work for a partnership or a provider. An administrator of your partnership, or the
        partnership that you provide care for, can invite you. Everything that is published is open without signing in.
      </p>
    </Frame>
  )
}

/** The way to an organisation's own sign-in service. */
const ByOidc = ({ name, to }: { readonly name: string; readonly to: string }) => (
  <Button href={oidcStart(to)}>Continue with {name}</Button>
)

const ByPassword = ({ to, email, mistakes }: Pick<SignInPageProps, 'to' | 'email' | 'mistakes'>) => (
  <form method="post" action={paths.signIn} novalidate>
    <input type="hidden" name="to" value={to} />
    <Input
      label="Email address"
      name="email"
      type="email"
      autocomplete="username"
      spellcheck={false}
      value={email}
      errorMessage={mistakes?.email}
    />
    <PasswordInput label="Password" name="password" errorMessage={mistakes?.password} />
    <Button>Continue</Button>
    <p>
      <a href={paths.forgotten}>I have forgotten my password</a>
    </p>
  </form>
)
