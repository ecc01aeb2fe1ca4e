export { tryAgain } from './commands.ts'
export { deliverWaiting } from './deliver.ts'
export { deliverJob, onMail, redeliverJob } from './jobs.ts'
export { defineMail, type MailKind } from './mail-kind.ts'
export type { Delivery, Mail, Mailer } from './mailer.ts'
export { mailerFor, mailGoes } from './mailer-for.ts'
export { type Message, sendLater } from './message.ts'
export { outboxMigrations } from './migrations/index.ts'
export { notifyMailer } from './notify.ts'
export {
  type ListedMessage,
  type MailCount,
  type MailFilter,
  type MailState,
  mailCounts,
  newestMessages,
  waitingMessages,
} from './queries.ts'
export { smtpMailer } from './smtp.ts'
