import { roleNames } from '../../auth/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { Page } from '../../ui/layout/index.ts'
import { Finding, Lead } from '../../ui/parts/index.ts'
import type { DemonstrationRole, DemonstrationRoles } from '../commands/demonstration.ts'
import { paths } from '../paths.ts'

/** Every role of the demonstration, each to be stepped into with one button. */
export function DemonstrationPage({
  roles,
  provider,
}: {
  readonly roles: DemonstrationRoles
  readonly provider: string
}) {
  return (
    <Page
      title="Step into a role"
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      description="Roles of the demonstration."
      account={false}
      demonstration="Demonstration. Everyone on this page is invented, and nothing you do here reaches a partnership."
    >
      <div class="m-title">
        <Finding level={1}>Step into a role</Finding>
        <Lead>
          Look at the service as somebody who works with it. No password is needed, and anyone may do the same.
        </Lead>
      </div>
      <section class="m-roles">
        <h2 class="m-h2">{provider}</h2>
        <ul>
          <Step role={roles.provider} title={provider} />
        </ul>
      </section>
      {roles.partnerships.map(({ title, roles: list }) => (
        <section class="m-roles">
          <h2 class="m-h2">{title}</h2>
          <ul>
            {list.map((role) => (
              <Step role={role} title={title} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

function Step({ role, title }: { readonly role: DemonstrationRole; readonly title: string }) {
  return (
    <li>
      <form method="post" action={paths.demonstration}>
        <input type="hidden" name="role" value={role.key} />
        <Button classes="govuk-button--secondary">
          {roleNames[role.role]}
          <span class="m-vh"> of {title}</span>
        </Button>
        <p class="m-2">{role.name}</p>
      </form>
    </li>
  )
}
