export { type Log, newLog } from './log.ts'
export { traceOf } from './trace-of.ts'
