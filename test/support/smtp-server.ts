import { onTestFinished } from 'vitest'
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts'

/** A mail server for one test: takes every message, or answers each recipient with `refusal`. */
export async function smtpServer(refusal?: string): Promise<Pick<MailCatcher, 'url' | 'received'>> {
  const catcher = await startMailCatcher(refusal)
  onTestFinished(catcher.close)
  return catcher
}
