export { referencesMigrations } from './migrations/index.ts'
export { nextReference } from './next-reference.ts'
export { formatReference, parseReference, type Reference } from './reference.ts'
