export { referencesMigrations } from './migrations/index.ts'
export { nextReference, nextReferences } from './next-reference.ts'
export { formatReference, parseReference, type Reference } from './reference.ts'
