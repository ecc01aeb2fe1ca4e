import type { SignedIn } from '../../auth/index.ts'
import { roleNames } from '../../auth/index.ts'
import { Button, Input, SummaryList, type SummaryRow } from '../../ui/govuk/index.ts'
import { State } from '../../ui/parts/index.ts'
import { safeUrl } from '../../ui/safe-url.ts'
import type { Mistakes } from '../forms.ts'
import { paths } from '../paths.ts'
import { adviceOn, codesLeft } from '../recovery-codes-left.ts'
import { Frame } from './frame.tsx'

/** Something that a role comes here for. */
export interface HomeItem {
  readonly text: string
  readonly href: string
  readonly hint: string
}

/** Things of one kind that want doing now, above everything else. */
export interface HomeAlert {
  /** What was found: "Two contracts are past their latest safe start". */
  readonly heading: string
  readonly items: readonly (HomeItem & { readonly flag: string })[]
  /** Where all of them are, when there are more. */
  readonly more?: { readonly text: string; readonly href: string } | undefined
}

export interface AccountPageProps {
  readonly signedIn: SignedIn
  readonly alerts: readonly HomeAlert[]
  readonly items: readonly HomeItem[]
  /** How many recovery codes still open, for whoever has some. */
  readonly codes?: number | undefined
  /** What an account of the sign-in service is called, for whoever came from there. */
  readonly service?: string | undefined
}

/** Who one is, for whom one acts, what there is to do, and the ways to change one's account. */
export function AccountPage({ signedIn, alerts, items, codes, service }: AccountPageProps) {
  const { account, membership, memberships, demonstration } = signedIn
  const advice = codes === undefined ? undefined : adviceOn(codes)
  const actsFor = membership.partnership?.name ?? membership.organisation?.name ?? ''
  const change = (href: string, text: string, what: string): Pick<SummaryRow, 'actions'> => ({
    actions: { items: [{ href, content: text, visuallyHiddenText: what }] },
  })
  return (
    <Frame title={account.name} lead={`You act for ${actsFor}.`} demonstration={demonstration}>
      {alerts.map((alert) => (
        <Alert alert={alert} />
      ))}
      {items.length > 0 ? (
        <>
          <h2 class="m-h2">Your work</h2>
          <ul class="m-home-items">
            {items.map(({ text, href, hint }) => (
              <li>
                <a href={safeUrl(href)}>{text}</a>
                <p>{hint}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 class="m-h2">Your account</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: account.name, ...(demonstration ? {} : change(paths.name, 'Change', 'your name')) },
          { key: 'Email address', value: account.email },
          {
            key: 'You act for',
            value: actsFor,
            ...(memberships > 1 ? change(paths.switch, 'Switch', 'to another partnership or organisation') : {}),
          },
          {
            key: membership.roles.length > 1 ? 'Roles' : 'Role',
            value: membership.roles.map((role) => roleNames[role]).join(', '),
          },
          ...(demonstration
            ? []
            : service
              ? [{ key: 'You signed in with', value: service }]
              : [
                  { key: 'Password', value: 'Set', ...change(paths.password, 'Change', 'your password') },
                  {
                    key: 'Second step',
                    value: {
                      content: (
                        <>
                          A code from an app{codes === undefined ? null : <p>{codesLeft(codes)}</p>}
                          {advice ? (
                            <p>
                              <strong>{advice}</strong>
                            </p>
                          ) : null}
                        </>
                      ),
                    },
                    ...change(paths.secondStep, 'Change', 'your second step'),
                  },
                ]),
          { key: 'Sessions', value: 'Where you are signed in', ...change(paths.sessions, 'See them', '') },
        ]}
      />
      <form method="post" action={paths.signOut}>
        <Button classes="govuk-button--secondary">Sign out</Button>
      </form>
    </Frame>
  )
}

function Alert({ alert: { heading, items, more } }: { readonly alert: HomeAlert }) {
  return (
    <>
      <h2 class="m-h2">{heading}</h2>
      <ul class="m-home-items">
        {items.map(({ text, href, flag, hint }) => (
          <li>
            <a href={safeUrl(href)}>{text}</a>
            <p>
              <State kind="attention" word={flag} />
            </p>
            <p>{hint}</p>
          </li>
        ))}
        {more ? (
          <li>
            <a href={safeUrl(more.href)}>{more.text}</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** Changes how one's name is shown. */
export function NamePage({ name, mistakes }: { readonly name: string; readonly mistakes?: Mistakes }) {
  return (
    <Frame title="Change your name" mistakes={mistakes} back={{ text: 'Your account', href: paths.account }}>
      <form method="post" action={paths.name} novalidate>
        <Input
          label="Your name"
          hint="As colleagues know you."
          name="name"
          autocomplete="name"
          value={name}
          errorMessage={mistakes?.name}
        />
        <Button>Save</Button>
      </form>
    </Frame>
  )
}
