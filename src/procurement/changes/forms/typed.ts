export {
  dateFields,
  dateTyped,
  first,
  lastDay,
  type Mistake,
  type Read,
  readTyped,
  type Typed,
} from '../../../core/forms/index.ts'
