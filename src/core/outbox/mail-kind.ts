/** Only a text that is known when the program is compiled: one with a value in it, such as a name, becomes `never`. */
type Constant<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text

/** A kind of message. Its subject is the same for everyone, so that nothing personal shows in a list of mail. */
export interface MailKind<Values> {
  /** By module, for lists and counts: `auth.invitation`. */
  readonly kind: string
  readonly subject: string
  /** For how long it is worth sending, such as while the link in it works; afterwards its address and text are dropped. */
  readonly usefulForHours?: number | undefined
  /** Plain text without a closing line, which is added. It says that there is something to see and where. */
  readonly text: (values: Values) => string
}

/** Names a kind of message, beside the command that sends it. */
export const defineMail = <Values, const Subject extends string>(
  mail: MailKind<Values> & { readonly subject: Constant<Subject> & Subject },
): MailKind<Values> => mail
