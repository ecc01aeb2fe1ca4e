import type { Partnership } from '../../../core/auth/index.ts'
import { FormMistakes, type FormState, TextField } from '../../../core/ui/form/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle, withQuery } from '../../../core/ui/parts/index.ts'
import { newPackagePath, packagesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import type { Person } from '../queries/person.ts'
import { PeopleFound } from './people-found.tsx'

export interface FindPersonPageProps {
  readonly partnership: Partnership
  readonly form: FormState
  /** Who was found; nothing before anybody was looked for. */
  readonly found: { readonly people: readonly Person[]; readonly more: boolean } | undefined
}

/** The beginning of a request: who it is for, so that nobody is entered twice. */
export function FindPersonPage({ partnership, form, found }: FindPersonPageProps) {
  const { slug } = partnership
  const here = newPackagePath(slug)
  const title = 'Ask for care: who is it for?'
  return (
    <BrokeragePage
      partnership={partnership}
      of="packages"
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: 'Packages', href: packagesPath(slug) }, { content: 'Ask for care' }]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={title} note="Look first, so that nobody is entered twice." />
      <form method="post" action={here} novalidate class="m-read">
        <TextField
          form={form}
          name="look"
          label="Name, postcode, or number of the record"
          hint="A part of the name is enough."
        />
        <div class="govuk-button-group">
          <Button name="do" value="look">
            Look
          </Button>
          <a class="govuk-link" href={withQuery(here, { person: 'new' })}>
            {found ? 'None of them: somebody new' : 'Somebody who is not known here'}
          </a>
        </div>
      </form>
      <PeopleFound
        found={found}
        link={{ text: 'Ask for care', href: (reference) => withQuery(here, { person: reference }) }}
      />
    </BrokeragePage>
  )
}
