import { Button, Input, PasswordInput } from '../../ui/govuk/index.ts'
import type { Mistakes } from '../forms.ts'
import { resetMinutes } from '../mails.ts'
import { shortestPassword } from '../password-rule.ts'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'

const hint = `At least ${shortestPassword} characters. Three or four words that nobody would expect together are easy to keep in mind.`

/** The field for a new password, wherever one is chosen. */
export function NewPassword({ mistakes }: { readonly mistakes?: Mistakes | undefined }) {
  return (
    <PasswordInput
      label="New password"
      hint={hint}
      name="newPassword"
      autocomplete="new-password"
      errorMessage={mistakes?.newPassword}
    />
  )
}

/** Asks for the address to which a link is to go. */
export function ForgottenPage({
  email,
  mistakes,
}: {
  readonly email?: string | undefined
  readonly mistakes?: Mistakes
}) {
  return (
    <Frame title="Set a new password" account={false} mistakes={mistakes} lead="We send you a link by mail.">
      <form method="post" action={paths.forgotten} novalidate>
        <Input
          label="Email address"
          name="email"
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={email}
          errorMessage={mistakes?.email}
        />
        <Button>Send the link</Button>
      </form>
    </Frame>
  )
}

/** The same answer whether or not anyone has the address. */
export function LinkSentPage() {
  return (
    <Frame title="Look at your mail" account={false}>
      <p>
        If somebody here signs in with that address, a link is on its way to it. It works once, within {resetMinutes}{' '}
        minutes.
      </p>
      <p>
        Nothing there? Look among unwanted mail, or <a href={paths.forgotten}>try another address</a>.
      </p>
    </Frame>
  )
}

/** Sets the password by a link. */
export function ResetPage({ token, mistakes }: { readonly token: string; readonly mistakes?: Mistakes }) {
  return (
    <Frame
      title="Choose a new password"
      account={false}
      mistakes={mistakes}
      lead="Every session of yours ends. You then sign in with the new password and the code from your app."
    >
      <form method="post" action={paths.reset} novalidate>
        <input type="hidden" name="token" value={token} />
        <NewPassword mistakes={mistakes} />
        <Button>Set this password</Button>
      </form>
    </Frame>
  )
}

/** Changes the password of whoever is signed in. */
export function ChangePasswordPage({ mistakes }: { readonly mistakes?: Mistakes }) {
  return (
    <Frame
      title="Change your password"
      mistakes={mistakes}
      back={{ text: 'Your account', href: paths.account }}
      lead="Your other sessions end."
    >
      <form method="post" action={paths.password} novalidate>
        <PasswordInput label="Present password" name="password" errorMessage={mistakes?.password} />
        <NewPassword mistakes={mistakes} />
        <Button>Change it</Button>
      </form>
    </Frame>
  )
}
