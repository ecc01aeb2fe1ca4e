import { z } from 'zod'
import { type Role, staffRoles } from '../auth/index.ts'
import { readEmail, readName } from '../sign-in/forms.ts'
import { isPlainLine } from '../values/index.ts'
import { first, type Typed } from './typed.ts'
import type { FormMistake } from './views/mistake-summary.tsx'

const staff = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter their name')
    .max(100, 'Their name must be 100 characters or fewer')
    .refine((typed) => readName(typed) !== undefined, 'Their name must not have angle brackets or hidden signs in it'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'Enter their email address')
    .max(200, 'Their email address must be 200 characters or fewer')
    // As the way in takes it: who is invited by another could never sign in.
    .refine((typed) => readEmail(typed) !== undefined, 'Enter an email address in the form name@example.org'),
  actsFor: z.enum(['staff', 'provider'], 'Choose for whom they will act'),
})

/** An invitation that can be sent. */
export interface InvitationForm {
  readonly name: string
  readonly email: string
  /** Empty for a provider's person. */
  readonly roles: readonly Role[]
  /** The provider's name as it was typed; undefined for staff. */
  readonly organisation: string | undefined
}

/** Reads the form of an invitation, or says what has to be put right. */
export function readInvitation(
  typed: Typed,
): { form: InvitationForm; mistakes?: undefined } | { form?: undefined; mistakes: FormMistake[] } {
  const one = { name: first(typed, 'name'), email: first(typed, 'email'), actsFor: first(typed, 'actsFor') }
  const result = staff.safeParse(one)
  const mistakes: FormMistake[] = (result.error?.issues ?? []).map(({ path, message }) => ({
    field: String(path[0]),
    sentence: message,
  }))
  const organisation = first(typed, 'organisation').trim().replaceAll(/\s+/g, ' ')
  const { roles, mistake } = rolesChosen(typed.roles ?? [])
  if (one.actsFor === 'staff' && mistake) mistakes.push(mistake)
  if (one.actsFor === 'provider') {
    if (organisation === '') mistakes.push({ field: 'organisation', sentence: 'Enter the name of the provider' })
    if (!isPlainLine(organisation))
      mistakes.push({ field: 'organisation', sentence: 'The name of the provider must not have hidden signs in it' })
    if (organisation.length > 150)
      mistakes.push({ field: 'organisation', sentence: 'The name of the provider must be 150 characters or fewer' })
  }
  if (!result.success || mistakes.length > 0) return { mistakes: once(mistakes) }
  const isStaff = result.data.actsFor === 'staff'
  return { form: { ...result.data, roles: isStaff ? roles : [], organisation: isStaff ? undefined : organisation } }
}

const isStaffRole = (value: string): value is (typeof staffRoles)[number] =>
  (staffRoles as readonly string[]).includes(value)

/** The roles ticked on a form for staff, and what is wrong with them. */
export function rolesChosen(values: readonly string[]): { roles: Role[]; mistake?: FormMistake } {
  const roles = values.filter(isStaffRole)
  if (roles.length < values.length)
    return { roles, mistake: { sentence: 'Choose from the roles in the list', field: 'roles' } }
  if (roles.length === 0) return { roles, mistake: { sentence: 'Choose at least one role', field: 'roles' } }
  return { roles }
}

/** One sentence a field is enough to put it right. */
const once = (mistakes: readonly FormMistake[]): FormMistake[] =>
  mistakes.filter(({ field }, at) => mistakes.findIndex((other) => other.field === field) === at)
