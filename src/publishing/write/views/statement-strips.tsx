import type { ComponentChildren } from 'preact'
import { NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { StatementStrip } from '../../views/statement-strip.ts'

/** A page of the statement with the way to write it, for those who may. */
export function ForWriter({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <StatementStrip.Provider
      value={
        <p class="m-small m-for-writer">
          <a href={href}>Write this section</a>
        </p>
      }
    >
      {children}
    </StatementStrip.Provider>
  )
}

/** An edition's page as whoever published it sees it first. */
export function JustPublished({ number, children }: { readonly number: number; readonly children: ComponentChildren }) {
  return (
    <StatementStrip.Provider
      value={<NotificationBanner type="success" text={`Edition ${number} is published. Readers see it now.`} />}
    >
      {children}
    </StatementStrip.Provider>
  )
}
