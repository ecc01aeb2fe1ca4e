import { SummaryList } from '../../ui/govuk/index.ts'
import type { Contact } from '../settings.ts'
import { Broken } from './lines.tsx'
import { NotSaid } from './not-said.tsx'

export interface WaysToReachProps {
  readonly contact: Contact
  readonly canFillIn: boolean
}

/** How to reach the partnership, or that it has not said. */
export function WaysToReach({ contact: { email, phone, address, hours }, canFillIn }: WaysToReachProps) {
  if (!email && !phone && !address)
    return <NotSaid what="how you can reach it about these pages" section="contact" canFillIn={canFillIn} />
  return (
    <SummaryList
      rows={[
        email !== '' && { key: 'Email', value: { content: <a href={`mailto:${email}`}>{email}</a> } },
        phone !== '' && { key: 'Telephone', value: phone },
        address !== '' && { key: 'Post', value: { content: <Broken text={address} /> } },
        hours !== '' && { key: 'Hours', value: { content: <Broken text={hours} /> } },
      ]}
    />
  )
}
