import { fieldsIn, type Typed } from '../../forms/index.ts'

/** Fields that a page carries on without showing them. */
export function CarriedFields({ typed }: { readonly typed: Typed }) {
  return (
    <>
      {fieldsIn(typed).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
