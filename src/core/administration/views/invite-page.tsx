import { isRole, type Partnership } from '../../auth/index.ts'
import { BackLink, Button, Input, Radios } from '../../ui/govuk/index.ts'
import { PageTitle } from '../../ui/parts/index.ts'
import type { Id } from '../../values/index.ts'
import { adminPaths } from '../paths.ts'
import { first, type Typed } from '../typed.ts'
import { AdminPage } from './admin-page.tsx'
import { type FormMistake, MistakeSummary, mistakeAt } from './mistake-summary.tsx'
import { RoleCheckboxes } from './role-checkboxes.tsx'
import { strong } from './section-fields.ts'

export interface InvitePageProps {
  readonly partnership: Partnership
  readonly typed: Typed
  readonly mistakes?: readonly FormMistake[] | undefined
  /** Providers whose names are like the one that was typed, to choose from. */
  readonly similar?: readonly { readonly id: Id; readonly name: string }[] | undefined
}

/** The form that invites somebody, to the partnership's own staff or for a provider. */
export function InvitePage({ partnership, typed, mistakes = [], similar }: InvitePageProps) {
  const field = (name: string) => ({ name, value: first(typed, name), errorMessage: mistakeAt(mistakes, name) })
  return (
    <AdminPage partnership={partnership} title="Invite someone" current="people" mistakes={mistakes.length > 0}>
      <BackLink href={adminPaths.people}>People</BackLink>
      <MistakeSummary mistakes={mistakes} />
      <PageTitle
        heading="Invite someone"
        note="They get a message with a link that works for seven days, and choose their own password."
      />
      <form method="post" action={adminPaths.invite} novalidate class="m-read">
        <Input {...field('name')} label={strong('Their name')} hint="As colleagues know them." autocomplete="off" />
        <Input
          {...field('email')}
          type="email"
          label={strong('Their email address')}
          autocomplete="off"
          spellcheck={false}
        />
        <Radios
          {...field('actsFor')}
          legend={{ content: 'For whom will they act?', classes: 'govuk-fieldset__legend--s' }}
          items={[
            {
              value: 'staff',
              content: `${partnership.title}, as one of its staff`,
              conditional: (
                <RoleCheckboxes
                  legend="What will they do?"
                  chosen={(typed.roles ?? []).filter(isRole)}
                  errorMessage={mistakeAt(mistakes, 'roles')}
                />
              ),
            },
            {
              value: 'provider',
              content: 'A provider of care',
              conditional: (
                <>
                  <Input
                    {...field('organisation')}
                    label="Name of the provider"
                    hint="As it is registered. Somebody who works for several providers gets one invitation for each."
                    autocomplete="off"
                  />
                  {similar ? (
                    <WhichProvider
                      similar={similar}
                      {...field('organisationChoice')}
                      name={first(typed, 'organisation')}
                    />
                  ) : null}
                </>
              ),
            },
          ]}
        />
        <div class="govuk-button-group">
          <Button>Send invitation</Button>
          <a class="govuk-link" href={adminPaths.people}>
            Cancel
          </a>
        </div>
      </form>
    </AdminPage>
  )
}

interface WhichProviderProps {
  readonly similar: NonNullable<InvitePageProps['similar']>
  readonly name: string
  readonly value: string
  readonly errorMessage: string | undefined
}

const WhichProvider = ({ similar, name, value, errorMessage }: WhichProviderProps) => (
  <Radios
    name="organisationChoice"
    value={value}
    errorMessage={errorMessage}
    legend={{ content: 'Which provider do you mean?', classes: 'govuk-fieldset__legend--s' }}
    hint="There are providers with names like this one."
    items={[
      ...similar.map((one) => ({ value: one.id, content: one.name })),
      { divider: 'or' },
      { value: 'new', content: `None of these: add “${name}”` },
    ]}
  />
)
