export { CarriedFields } from './carried-fields.tsx'
export { DefaultButton } from './default-button.tsx'
export {
  type Choice,
  ChoiceField,
  DateField,
  type FormState,
  mistakeAt,
  TextField,
  WordsField,
} from './form-fields.tsx'
export { FormMistakes } from './form-mistakes.tsx'
