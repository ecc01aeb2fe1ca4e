import { type Logger, pino } from 'pino'
import type { Config } from '../config/index.ts'
import { traceOf } from './trace-of.ts'

/** Structured lines on standard error; by habit no personal data: ids, routes, durations and counts only. */
export type Log = Logger

/** How often each level is expected: error never in a healthy service, warn now and then, info a few a minute, debug freely. */
export function newLog(level: Config['logLevel'], write: (line: string) => void): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: traceOf },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  )
}
