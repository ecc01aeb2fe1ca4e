/** Personal data that the product keeps by itself, and for how long: facts of the program, the same everywhere. */
export interface KeptData {
  readonly what: string
  readonly why: string
  readonly howLong: string
}

/** Of people who only read. */
export const keptOfReaders: readonly KeptData[] = [
  {
    what: 'Your internet address',
    why: 'to keep one caller from slowing the service down for everyone else',
    howLong: 'about a minute, in memory only; it is not written down',
  },
]

/** Of people who sign in. */
export const keptOfAccounts: readonly KeptData[] = [
  {
    what: 'Your name, email address and roles',
    why: 'to know who you are and what you may do',
    howLong: 'for as long as you have access, and afterwards in the record of who had it',
  },
  {
    what: 'Your password and your second step',
    why: 'to let only you in',
    howLong: 'until you change them; the password only in a form from which it can’t be worked out',
  },
  {
    what: 'By which identifier your organisation knows you, if you sign in with its account',
    why: 'so that nobody comes in who is given your email address later',
    howLong: 'for as long as you have access, and until your address is used anew',
  },
  {
    what: 'Your sessions: when they began, and with which browser',
    why: 'to keep you signed in, and so that you can end them',
    howLong: 'at most 12 hours, and an hour after you last did something',
  },
  {
    what: 'Sign-ins and failed attempts: when, with which browser, and a shortened internet address',
    why: 'to notice when somebody tries to get in as you',
    howLong: '400 days',
  },
  {
    what: 'What you change here, and when',
    why: 'so that decisions can be explained later',
    howLong: 'for good; what an entry says can be erased, that there was one can’t',
  },
  {
    what: 'Files that you import, and the rows of them that could not be taken',
    why: 'so that you and your colleagues can look at them, and correct and import them',
    howLong: '30 days after anybody last did something about them; that you imported, when and how many rows, for good',
  },
  {
    what: 'Messages to you',
    why: 'to invite you, and to help when you forget your password',
    howLong: 'address and text until the message has gone, or 30 days when it could not be sent',
  },
]
