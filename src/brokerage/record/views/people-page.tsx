import type { Partnership } from '../../../core/auth/index.ts'
import { FormMistakes, type FormState, TextField } from '../../../core/ui/form/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { peoplePath, personPath } from '../../paths.ts'
import type { Person } from '../../requests/queries/person.ts'
import { PeopleFound } from '../../requests/views/people-found.tsx'
import { PeopleFrame } from './people-frame.tsx'

export interface PeoplePageProps {
  readonly partnership: Partnership
  readonly form: FormState
  readonly found: { readonly people: readonly Person[]; readonly more: boolean } | undefined
}

/** Finds somebody whose data is asked for, or to be erased. */
export function PeoplePage({ partnership, form, found }: PeoplePageProps) {
  const here = peoplePath(partnership.slug)
  return (
    <PeopleFrame partnership={partnership} title="A person’s data" mistakes={form.mistakes.length > 0}>
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading="A person’s data"
        note="To give somebody what is held of them, or to erase it. Each is recorded."
      />
      <form method="post" action={here} novalidate class="m-read">
        <TextField form={form} name="look" label="Name, postcode, reference or number of the record" />
        <Button name="do" value="look">
          Look
        </Button>
      </form>
      <PeopleFound
        found={found}
        link={{ text: 'What is held', href: (reference) => personPath(partnership.slug, reference) }}
      />
    </PeopleFrame>
  )
}
