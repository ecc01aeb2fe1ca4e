import type { Partnership } from '../auth/partnership.ts'
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

/** Whether the mail of a partnership goes out; that of a demonstration never does. */
export const mailGoes = ({ smtpUrl, notify }: Config, { demonstration }: Pick<Partnership, 'demonstration'>): boolean =>
  !demonstration && (smtpUrl !== undefined || notify !== undefined)
