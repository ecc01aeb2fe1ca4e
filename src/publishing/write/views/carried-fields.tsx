import type { Field } from '../form-fields.ts'

/** Fields that a page carries on without showing them. */
export function CarriedFields({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
