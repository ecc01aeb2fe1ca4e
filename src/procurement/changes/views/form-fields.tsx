export {
  ChoiceField,
  DateField,
  type FormState,
  mistakeAt,
  TextField,
  WordsField,
} from '../../../core/ui/form/index.ts'
