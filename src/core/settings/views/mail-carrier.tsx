/** How an installation sends mail. */
export type MailWay = 'notify' | 'smtp' | 'none'

/** Who carries the messages, which hold an address and a name: a fact of the installation. */
export function MailCarrier({ mail }: { readonly mail: MailWay }) {
  if (mail === 'none') return <p>No mail leaves this service at present.</p>
  return mail === 'notify' ? (
    <p>Messages to you go through GOV.UK Notify, which the Cabinet Office runs for public bodies.</p>
  ) : (
    <p>Messages to you go through the mail server of whoever runs this service, and of your own mail provider.</p>
  )
}
