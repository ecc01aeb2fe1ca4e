import { commonWords } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 128

/** Why a password may not be used. */
export type PasswordFault = 'short' | 'long' | 'common' | 'simple' | 'about-you'

/** What is said of each fault. */
export const passwordFaults: Record<PasswordFault, string> = {
  short: `Choose a password of ${shortestPassword} characters or more`,
  long: `Choose a password of ${longestPassword} characters or fewer`,
  common: 'Choose a password that is harder to guess: this one is among those that are tried first',
  simple: 'Choose a password that is harder to guess: this one repeats itself or counts up',
  'about-you': 'Choose a password that does not have your name or email address in it',
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether a new password will do for this person; no rule asks for signs or capitals, because they make nothing safer. */
export function passwordFault(
  password: string,
  { name, email }: { name: string; email: string },
): PasswordFault | undefined {
  // Counted as people count them, so that an accented letter is one.
  const length = [...password.normalize('NFC')].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  if (isSimple(password)) return 'simple'
  if (isCommon(password)) return 'common'
  const about = [...name.split(/[^\p{L}]+/u), ...email.split(/[@.+_-]/)].map(letters).filter((part) => part.length >= 4)
  return about.some((part) => letters(password).includes(part)) ? 'about-you' : undefined
}

function isCommon(password: string): boolean {
  const plain = letters(password)
  const disguised = plain.replace(/[013457@$]/g, (sign) => disguises[sign] ?? sign)
  return [plain, disguised].some(
    (text) =>
      commonWords.has(text) ||
      commonWords.has(text.replace(/^\d+|\d+$/g, '')) ||
      commonWords.has(text.replace(/\d/g, '')),
  )
}

const disguises: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** Few different characters, the same piece again and again, or a row that counts up or down. */
function isSimple(password: string): boolean {
  const text = password.toLowerCase()
  if (new Set(text).size < 5 || /^(.{1,6})\1+$/u.test(text)) return true
  const steps = [...text].slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0))
  return steps.filter((step) => Math.abs(step) === 1).length >= steps.length * 0.8
}
