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
} from '../../../core/forms/index.ts'
