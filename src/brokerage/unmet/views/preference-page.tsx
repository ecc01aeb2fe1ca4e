import type { Partnership } from '../../../core/auth/index.ts'
import { ChoiceField, DateField, FormMistakes, type FormState } from '../../../core/ui/form/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { declineReasons } from '../../offer.ts'
import { unmetPath } from '../../paths.ts'
import { preferences } from '../../spell.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { preferencePath } from '../paths.ts'
import { preferenceWords, reasonWords } from '../unmet-words.ts'

export interface PreferencePageProps {
  readonly partnership: Partnership
  readonly of: CarePackage
  readonly form: FormState
}

/** Where it is written down that somebody has care, but not as they wanted it. */
export function PreferencePage({ partnership, of, form }: PreferencePageProps) {
  const { slug } = partnership
  return (
    <BrokeragePage
      partnership={partnership}
      of="unmet"
      title="Care not as wanted"
      breadcrumbs={[{ content: 'Unmet need', href: unmetPath(slug) }, { content: of.reference }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={`${of.reference}: care is given, but not as wanted`}
        note="It is counted apart from those who wait, until somebody says that it is as wanted."
      />
      <form method="post" action={preferencePath(slug, of.reference)} novalidate class="m-read">
        <ChoiceField
          form={form}
          name="preference"
          label="What is otherwise than wanted"
          none="Choose one"
          choices={preferences.map((value) => ({ value, text: preferenceWords[value] }))}
        />
        <ChoiceField
          form={form}
          name="reason"
          label="Why it can’t be as wanted"
          none="Choose one"
          choices={declineReasons.map((value) => ({ value, text: reasonWords[value] }))}
        />
        <DateField form={form} name="since" label="Since when" hint="For example, 20 11 2026" />
        <DateField form={form} name="review" label="Look at it again on (optional)" />
        <Button name="do" value="record">
          Record
        </Button>
      </form>
    </BrokeragePage>
  )
}
