import { type Role, roleNames } from '../../auth/index.ts'
import { Button, Radios } from '../../ui/govuk/index.ts'
import type { Id } from '../../values/index.ts'
import type { Mistakes } from '../forms.ts'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'

export interface SwitchPageProps {
  readonly choices: readonly { readonly membershipId: Id; readonly name: string; readonly roles: readonly Role[] }[]
  readonly current: Id
  readonly mistakes?: Mistakes | undefined
}

/** For whom to go on: every partnership and organisation that one can act for. */
export function SwitchPage({ choices, current, mistakes }: SwitchPageProps) {
  return (
    <Frame
      title="For whom do you want to act?"
      mistakes={mistakes}
      back={{ text: 'Your account', href: paths.account }}
    >
      <form method="post" action={paths.switch} novalidate>
        <Radios
          name="membership"
          legend={{ content: 'Partnership or organisation', classes: 'govuk-visually-hidden' }}
          value={current}
          errorMessage={mistakes?.membership}
          items={choices.map(({ membershipId, name, roles }) => ({
            value: membershipId,
            content: name,
            hint: { content: roles.map((role) => roleNames[role]).join(', ') },
          }))}
        />
        <Button>Continue</Button>
      </form>
    </Frame>
  )
}
