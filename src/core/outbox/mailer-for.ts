import type { Config } from '../config/index.ts'
import type { Clock } from '../values/index.ts'
import type { Mailer } from './mailer.ts'
import { notifyMailer } from './notify.ts'
import { smtpMailer } from './smtp.ts'

/** The way of sending that the operator set up; undefined when mail is to wait. */
export function mailerFor({ smtpUrl, mailFrom, notify }: Config, clock: Clock): Mailer | undefined {
  if (notify) return notifyMailer(notify, clock)
  return smtpUrl ? smtpMailer(smtpUrl, mailFrom) : undefined
}

/** Whether mail goes out at all. */
export const hasMailer = ({ smtpUrl, notify }: Config): boolean => smtpUrl !== undefined || notify !== undefined
