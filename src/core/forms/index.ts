export {
  chosen,
  date,
  line,
  maybeCount,
  maybeDate,
  maybeLastDay,
  maybeOneOf,
  maybePounds,
  oneOf,
  penceIn,
  words,
} from './fields.ts'
export {
  dateFields,
  dateTyped,
  fieldsIn,
  first,
  lastDay,
  type Mistake,
  type Read,
  readTyped,
  type Typed,
} from './typed.ts'
