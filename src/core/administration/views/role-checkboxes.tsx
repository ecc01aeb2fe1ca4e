import { type Role, roleNames, staffRoles } from '../../auth/index.ts'
import { Checkboxes } from '../../ui/govuk/index.ts'

export interface RoleCheckboxesProps {
  readonly chosen: readonly Role[]
  readonly errorMessage: string | undefined
  readonly legend: string
}

const hints: { readonly [role in (typeof staffRoles)[number]]?: string } = {
  commissioner: 'Writes and publishes the statement, imports data.',
  administrator: 'Lets people in, gives roles, changes the settings.',
}

/** The roles of staff, any of which somebody may have. */
export const RoleCheckboxes = ({ chosen, errorMessage, legend }: RoleCheckboxesProps) => (
  <Checkboxes
    name="roles"
    classes="govuk-checkboxes--small"
    values={chosen}
    errorMessage={errorMessage}
    legend={{ content: legend, classes: 'govuk-fieldset__legend--s' }}
    items={staffRoles.map((role) => ({ value: role, content: roleNames[role], hint: hints[role] }))}
  />
)
