import { z } from 'zod'
import { isPlainLine } from '../values/index.ts'
import { passwordFaults } from './password-rule.ts'

/** What was typed into a form, for showing it again, and what is wrong with it by field. */
export type Mistakes = Readonly<Record<string, string>>

const text = (longest: number) => z.string().trim().max(longest, `Use ${longest} characters or fewer`).default('')

/** A email address, in the words of whoever is asked for one. */
export const emailField = text(200).pipe(
  z.email('Enter an email address in the form name@example.org').transform((email) => email.toLowerCase()),
)

/** A person's name as they write it, without signs that hide or turn text round where it is shown among others. */
export const nameField = text(100).pipe(
  z
    .string()
    .regex(/[\p{L}\p{N}]/u, 'Enter a name')
    .refine((name) => isPlainLine(name) && !/[<>]/.test(name), 'Enter a name without angle brackets or hidden signs'),
)

/** A password to be checked; a new one is judged by its own rule. */
const passwordField = z
  .string()
  .max(600, 'That is longer than any password here')
  .default('')
  .pipe(z.string().min(1, 'Enter your password'))

/** The code of an authenticator app, with the spaces in it that people type. */
const codeField = text(40)
  .transform((code) => code.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Enter the six figures that the app shows'))

const recoveryField = text(40)
  .transform((code) => code.toLowerCase().replace(/[^a-z0-9]/g, ''))
  .pipe(z.string().regex(/^[a-z0-9]{10}$/, 'Enter a recovery code of ten letters and figures'))
  .transform((code) => `${code.slice(0, 5)}-${code.slice(5)}`)

/** A password to be set; all but a length that nobody means is judged by the rule for passwords. */
const newPasswordField = z.string().max(600, passwordFaults.long).default('')

export const signInForm = z.object({ email: emailField, password: passwordField })
export const codeForm = z.object({ code: codeField })
export const recoveryForm = z.object({ code: recoveryField })
export const forgottenForm = z.object({ email: emailField })
export const newPasswordForm = z.object({ newPassword: newPasswordField })
export const acceptForm = z.object({ name: nameField, newPassword: newPasswordField })
export const changePasswordForm = z.object({ password: passwordField, newPassword: newPasswordField })
export const confirmPasswordForm = z.object({ password: passwordField })
export const nameForm = z.object({ name: nameField })

/** Reads a form: its values, or what is wrong with each field. */
export function readForm<T extends z.ZodType>(
  form: T,
  fields: Readonly<Record<string, unknown>>,
): { readonly values: z.infer<T> } | { readonly mistakes: Mistakes } {
  const read = form.safeParse(fields)
  if (read.success) return { values: read.data }
  const mistakes: Record<string, string> = {}
  for (const { path, message } of read.error.issues) mistakes[String(path[0])] ??= message
  return { mistakes }
}

/** A email address in small letters, or undefined when it is none. */
export const readEmail = (text: string): string | undefined => emailField.safeParse(text).data

/** A person's name, or undefined when it can't be one. */
export const readName = (text: string): string | undefined => nameField.safeParse(text).data
