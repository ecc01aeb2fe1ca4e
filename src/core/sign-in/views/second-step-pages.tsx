import { Button, Details, Input, InsetText, PasswordInput, WarningText } from '../../ui/govuk/index.ts'
import type { NewAuthenticator } from '../commands/second-step.ts'
import type { Mistakes } from '../forms.ts'
import { paths } from '../paths.ts'
import { adviceOn, codesLeft } from '../recovery-codes-left.ts'
import { Frame } from './frame.tsx'
import { QrCode } from './qr-code.tsx'

export interface SetUpPageProps {
  readonly authenticator: NewAuthenticator
  readonly to: string
  readonly code?: string | undefined
  readonly mistakes?: Mistakes | undefined
  /** Whether it takes the place of one that works. */
  readonly replacing: boolean
}

/** Sets up an authenticator app: scan, then confirm with its first code. */
export function SetUpPage({ authenticator, to, code, mistakes, replacing }: SetUpPageProps) {
  return (
    <Frame
      title={replacing ? 'Set up another authenticator' : 'Set up your second step'}
      lead="A code from an app on your phone, besides the password, keeps others out even when they know it."
      mistakes={mistakes}
      account={replacing}
      back={replacing ? { text: 'Your second step', href: paths.secondStep } : undefined}
    >
      <ol class="govuk-list govuk-list--number">
        <li>
          Open an authenticator app. Any will do: the one that your phone has for passwords, or one that your
          organisation gives you.
        </li>
        <li>Add an account there, and scan this square:</li>
      </ol>
      <QrCode text={authenticator.address} label="QR code for an authenticator app; its secret is below in letters" />
      <Details summary="I can’t scan it">
        <p>
          Type this key into the app. It is for codes that change with time:{' '}
          <code class="m-secret">{spaced(authenticator.secret)}</code>
        </p>
        <p>
          On this very phone, <a href={authenticator.address}>open it in the app</a>.
        </p>
      </Details>
      <form method="post" action={paths.secondStepNew} novalidate>
        <input type="hidden" name="to" value={to} />
        <Input
          label="The code that the app now shows"
          hint="Six figures"
          name="code"
          value={code}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          classes="govuk-input--width-5 govuk-input--extra-letter-spacing"
          errorMessage={mistakes?.code}
        />
        <Button>Confirm</Button>
      </form>
    </Frame>
  )
}

const spaced = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** Ten recovery codes, shown this once. */
export function RecoveryCodesPage({ codes, to }: { readonly codes: readonly string[]; readonly to: string }) {
  return (
    <Frame
      title="Keep these recovery codes"
      lead="Each lets you in once, when your phone is not at hand."
      account={false}
    >
      <WarningText>They are shown only now. Print them, or keep them where you keep passwords.</WarningText>
      <ul class="govuk-list m-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button href={to}>I have kept them</Button>
    </Frame>
  )
}

export interface SecondStepPageProps {
  readonly mistakes?: Mistakes | undefined
  readonly demonstration: boolean
  /** How many recovery codes still open. */
  readonly codes?: number | undefined
  /** What an account of the sign-in service is called, for whoever came from there: the second step is its business. */
  readonly service?: string | undefined
}

/** The second step that stands: another authenticator, or new recovery codes, for whoever knows the password. */
export function SecondStepPage({ mistakes, demonstration, codes, service }: SecondStepPageProps) {
  const advice = codes === undefined ? undefined : adviceOn(codes)
  const elsewhere = demonstration
    ? { lead: 'Roles of the demonstration have none.', more: 'Everyone else has one before anything is open to them.' }
    : service
      ? { lead: `You signed in with ${service}.`, more: 'Whether a second step is asked for is settled there.' }
      : undefined
  return (
    <Frame
      title="Your second step"
      lead={elsewhere?.lead ?? 'You sign in with a code from an authenticator app.'}
      mistakes={mistakes}
      back={{ text: 'Your account', href: paths.account }}
      demonstration={demonstration}
    >
      {elsewhere ? (
        <p>{elsewhere.more}</p>
      ) : (
        <form method="post" action={paths.secondStep} novalidate>
          {codes === undefined ? null : (
            <InsetText>
              {codesLeft(codes)}. {advice ?? 'Each lets you in once, when your phone is not at hand.'}
            </InsetText>
          )}
          <p>For a new phone set up another authenticator: the old one works until the new one is confirmed.</p>
          <PasswordInput label="Your password" name="password" errorMessage={mistakes?.password} />
          <div class="m-btns">
            <Button name="wanted" value="authenticator">
              Set up another authenticator
            </Button>
            <Button name="wanted" value="codes" classes="govuk-button--secondary">
              Make new recovery codes
            </Button>
          </div>
        </form>
      )}
    </Frame>
  )
}
