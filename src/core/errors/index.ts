export { conflict, type ErrorKind, invalid, MercatError, notFound } from './mercat-error.ts'
