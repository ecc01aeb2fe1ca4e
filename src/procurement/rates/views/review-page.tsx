import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, percent } from '../../../core/ui/format.ts'
import { Button, Radios } from '../../../core/ui/govuk/index.ts'
import { Facts, PageTitle } from '../../../core/ui/parts/index.ts'
import { first } from '../../changes/forms/typed.ts'
import { DateField, type FormState, mistakeAt, WordsField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import type { Contract } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { EnhancedPrice } from '../enhancement.ts'
import { enhancementsPath, reviewPath } from '../paths.ts'

export interface ReviewPageProps {
  readonly partnership: Partnership
  readonly contract: Contract
  readonly enhancement: EnhancedPrice
  readonly form: FormState
}

/** The review of a higher price: it is kept on evidence until the next review, or ends. */
export function ReviewPage({ partnership, contract, enhancement, form }: ReviewPageProps) {
  const { slug } = partnership
  const { reference } = contract
  const { id, personReference, organisation, basisPoints, from, evidence, reviewOn } = enhancement
  const heading = `Review the price for ${personReference}`
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: reference, href: contractPath(slug, reference) },
        { content: 'Enhanced prices', href: enhancementsPath(slug, reference) },
        { content: 'Review' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} note={`${contract.detail.title}, ${organisation}.`} />
      <Facts
        facts={[
          { term: 'More', value: `+${percent(basisPoints / 100, basisPoints % 100 === 0 ? 0 : 2)}` },
          { term: 'Since', value: longDate(from) },
          { term: 'Review', value: longDate(reviewOn) },
          { term: 'Evidence', value: evidence },
        ]}
      />
      <form class="m-read" method="post" action={reviewPath(slug, reference, id)} novalidate>
        <Radios
          name="does"
          legend={{ content: 'What the review came to', classes: 'govuk-fieldset__legend--s' }}
          classes="govuk-radios--small"
          value={first(form.typed, 'does')}
          errorMessage={mistakeAt(form, 'does')}
          items={[
            {
              value: 'keep',
              content: 'It is kept',
              conditional: (
                <>
                  <WordsField form={form} name="evidence" label="Evidence for keeping it" />
                  <DateField form={form} name="review" label="Day of its next review" />
                </>
              ),
            },
            { value: 'end', content: 'It ends: the standard price holds again' },
          ]}
        />
        <DateField form={form} name="from" label="First day of that" hint="For example, 1 4 2027" />
        <WordsField form={form} name="reason" label="Reason" hint="Who decided, and when." rows={2} />
        <Button preventDoubleClick>Keep the review</Button>
      </form>
    </ContractsPage>
  )
}
