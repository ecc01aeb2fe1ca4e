import { Page, renderPage } from '../layout/index.ts'
import { Finding } from '../parts/index.ts'

/** What `signedOutPage` shows again. */
export interface Typed {
  readonly address: string
  /** To quote; the log holds it too. */
  readonly id: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** For whoever sends a form after their session has ended: what was typed, to be read and to be sent again. */
export const signedOutPage = (typed: Typed): string => renderPage(<SignedOutPage {...typed} />)

function SignedOutPage({ address, fields, id }: Typed) {
  const readable = fields.filter(([name, value]) => value.trim() !== '' && !isMachinery(name))
  return (
    <Page title="You were signed out" lang="en-GB" brand={{ kind: 'neutral' }} description="Nothing was saved yet.">
      <div class="m-read m-account">
        <div class="m-title">
          <Finding level={1}>You were signed out</Finding>
        </div>
        <p data-why>Nothing was saved yet, and what you typed is below.</p>
        <ol class="govuk-list govuk-list--number" data-why>
          <li>
            <a href="/sign-in" target="_blank" rel="noopener">
              Sign in again (opens in a new tab)
            </a>
          </li>
          <li>Come back to this tab and send it again.</li>
        </ol>
        <form method="post" action={address}>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="govuk-button">
            Send it again
          </button>
        </form>
        <h2 class="govuk-heading-m">What you typed</h2>
        {readable.length > 0 ? (
          <dl class="govuk-summary-list m-typed">
            {readable.map(([name, value]) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{labelOf(name)}</dt>
                <dd class="govuk-summary-list__value">
                  {value.split(/\r?\n/).map((line) => (
                    <>
                      {line}
                      <br />
                    </>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p>There was nothing in the form.</p>
        )}
        <p>Passwords, codes and files are not kept: they have to be given again.</p>
        <p class="m-2">
          If you tell someone about this, quote <code>{id}</code>.
        </p>
      </div>
    </Page>
  )
}

/** What a form carries for itself, and the button that sent it. */
const isMachinery = (name: string): boolean => name.startsWith('_') || name === 'do'

/** The name of a field as a label, without an identifier in it: `granted-by` or `grantedBy` becomes "Granted by". */
function labelOf(name: string): string {
  const words = name
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.[\]]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
