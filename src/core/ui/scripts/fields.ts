import { findAll } from './find.ts'

/** What can be filled in; which of its properties it has is seen from `type`. */
export type Field = HTMLInputElement & Pick<HTMLSelectElement, 'options'>

/** What can be filled in inside an element. */
export const fieldsOf = (root: ParentNode): Field[] => findAll<Field>(root, 'input, textarea, select')

const isTicked = (field: Field) => /checkbox|radio/.test(field.type)

/** What a field holds now. */
export const heldIn = (field: Field): string => String(isTicked(field) ? field.checked : field.value)

/** What the server had put into it. */
export const givenTo = (field: Field): string =>
  field.options
    ? (([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? '')
    : String(isTicked(field) ? field.defaultChecked : field.defaultValue)

/** Gives one field what another of its kind holds. */
export const fill = (field: Field, from: Field): void => {
  field.checked = from.checked
  if (from.files) field.files = from.files
  else if (!isTicked(field)) field.value = from.value
}
