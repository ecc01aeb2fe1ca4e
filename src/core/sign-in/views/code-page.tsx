import { Button, Input } from '../../ui/govuk/index.ts'
import type { Mistakes } from '../forms.ts'
import { paths, withTo } from '../paths.ts'
import { Frame } from './frame.tsx'

export interface CodePageProps {
  readonly to: string
  readonly recovery: boolean
  readonly code?: string | undefined
  readonly mistakes?: Mistakes | undefined
}

/** The second step: the code that the authenticator app shows, or a recovery code where the phone is not at hand. */
export function CodePage({ to, recovery, code, mistakes }: CodePageProps) {
  const other = withTo(paths.code, to)
  return (
    <Frame
      title={recovery ? 'Enter a recovery code' : 'Enter the code from your app'}
      account={false}
      mistakes={mistakes}
    >
      <form method="post" action={paths.code} novalidate>
        <input type="hidden" name="to" value={to} />
        {recovery ? (
          <>
            <input type="hidden" name="recovery" value="1" />
            <Input
              label="Recovery code"
              hint="One of the ten that you were given when you set up the second step. Each works once."
              name="code"
              value={code}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              classes="govuk-input--width-10"
              errorMessage={mistakes?.code}
            />
          </>
        ) : (
          <Input
            label="Code"
            hint="Six figures, in your authenticator app under “Mercat”. They change every half minute."
            name="code"
            value={code}
            inputmode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            classes="govuk-input--width-5 govuk-input--extra-letter-spacing"
            errorMessage={mistakes?.code}
          />
        )}
        <Button>Sign in</Button>
      </form>
      <p>
        {recovery ? (
          <a href={other}>Use the code from my app instead</a>
        ) : (
          <a href={`${other}${other.includes('?') ? '&' : '?'}recovery=1`}>Use a recovery code instead</a>
        )}
      </p>
      <p>If you have neither, an administrator can end your access and invite you again.</p>
    </Frame>
  )
}
