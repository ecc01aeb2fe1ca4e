import type { Id } from '../values/index.ts'

/** A message on its way out. */
export interface Mail {
  id: Id
  to: string
  subject: string
  text: string
  /** How often it has been tried, this time included. */
  attempts: number
}

/** What became of a try: codes that say why not, and whether another try could end otherwise. */
export type Delivery = { sent: true } | { sent: false; because: string; final: boolean }

/** What carries mail away. */
export interface Mailer {
  send(mail: Mail): Promise<Delivery>
  close(): void
}
