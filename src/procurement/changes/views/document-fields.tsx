import { FileUpload, Select } from '../../../core/ui/govuk/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { first } from '../forms/typed.ts'
import { type FormState, mistakeAt } from './form-fields.tsx'

/** A document of the contract that a change may stand on. */
export interface DocumentChoice {
  readonly id: Id
  readonly text: string
}

/** The document that a change stands on: one of the contract's, or a new one. */
export function DocumentFields({
  form,
  documents,
}: {
  readonly form: FormState
  readonly documents: readonly DocumentChoice[]
}) {
  return (
    <>
      {documents.length > 0 ? (
        <Select
          name="document"
          label={{ content: 'Document that it stands on', classes: 'govuk-label--s' }}
          value={first(form.typed, 'document')}
          errorMessage={mistakeAt(form, 'document')}
          items={[{ value: '', text: 'None of these' }, ...documents.map(({ id, text }) => ({ value: id, text }))]}
        />
      ) : null}
      <FileUpload
        name="file"
        label={{
          content: documents.length > 0 ? 'Or a new document' : 'Document that it stands on',
          classes: 'govuk-label--s',
        }}
        hint="A minute, a letter, a signed variation. It is kept with the contract, also when this form comes back."
        errorMessage={mistakeAt(form, 'file')}
      />
    </>
  )
}
