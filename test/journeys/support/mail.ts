import type { Reader } from './reader.ts'
import { pathOf, stepInto } from './sign-in.ts'

/** The link in the newest message of a subject, as an administrator of the demonstration sees it, where no mail leaves. */
export async function linkInMail(administrator: Reader, partnership: string, subject: string): Promise<string> {
  await stepInto(administrator, `Administrator of ${partnership}`)
  await administrator.open('/admin/mail')
  const message = administrator.page.getByRole('row').filter({ hasText: subject }).first()
  await message.getByText('Show the message').click()
  await administrator.examine()
  const link = await message.getByRole('link').first().getAttribute('href')
  return pathOf(link ?? '')
}
