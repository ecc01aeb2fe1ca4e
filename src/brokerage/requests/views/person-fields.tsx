import { type FormState, TextField, WordsField } from '../../../core/ui/form/index.ts'

/** Somebody new, with the least that a provider has to be told in the end. */
export function PersonFields({ form }: { readonly form: FormState }) {
  return (
    <div class="m-cols m-cols--2">
      <div>
        <TextField form={form} name="name" label="Name" />
        <WordsField form={form} name="address" label="Address" rows={2} />
        <TextField form={form} name="postcode" label="Postcode" width={10} />
        <TextField
          form={form}
          name="ownReference"
          label="Number of the social work record (optional)"
          hint="So that nobody is entered twice. Not the CHI or NHS number."
          width={20}
        />
      </div>
      <div>
        <WordsField
          form={form}
          name="contacts"
          label="Who to contact (optional)"
          hint="Names and numbers that a care worker may need on the first day."
          rows={2}
        />
        <WordsField
          form={form}
          name="risks"
          label="What a care worker must be warned of (optional)"
          hint="Such as oxygen in the house, a dog, or that two must always go in."
          rows={2}
        />
      </div>
    </div>
  )
}
