export { type Clock, systemClock } from './clock.ts'
export {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  type IsoDate,
  isIsoDate,
  londonDate,
  monthsBetween,
} from './date.ts'
export { canonicalJson, sha256 } from './digest.ts'
export { type Id, isId, newId } from './id.ts'
export { type MoneyUnit, type Pence, penceFrom, sumPence } from './money.ts'
export { isPlainLine } from './plain-line.ts'
export { type Random, randomOf } from './random.ts'
export { referenceDigest } from './reference-digest.ts'
