import type { Partnership } from '../../auth/index.ts'
import { DataTable, Section } from '../../ui/parts/index.ts'
import { cookiesWith } from '../cookies.ts'
import { AboutPage } from './about-page.tsx'

export interface CookiesPageProps {
  readonly partnership: Partnership | undefined
  /** What an account of the organisation's own sign-in service is called, where there is one. */
  readonly service: string | undefined
}

/** Every cookie that the product sets, and why no consent is asked for. */
export function CookiesPage({ partnership, service }: CookiesPageProps) {
  return (
    <AboutPage
      partnership={partnership}
      title="Cookies"
      description="Which cookies this service sets, for what, and for how long."
      lead="Reading these pages sets no cookie. Signing in does, because the service could not otherwise know that the next page is asked for by the same person."
    >
      <Section id="set" heading="Cookies that are needed to sign in">
        <p>
          Cookies are small texts that a site leaves in your browser. These are strictly necessary for what you asked
          for by signing in, so the law does not require your consent. They can’t be read by scripts or by other sites.
        </p>
        <DataTable
          caption="Cookies that this service sets"
          stack
          columns={[{ heading: 'Name' }, { heading: 'What it is for' }, { heading: 'How long it lasts' }]}
          rows={cookiesWith(service).map(({ name, purpose, lasts }) => [<code>{name}</code>, purpose, lasts])}
        />
      </Section>
      <Section id="others" heading="No other cookies">
        <p>There are no cookies that measure, advertise or follow you, and none from other sites.</p>
        <p>You can delete cookies in your browser’s settings at any time. You are then signed out.</p>
      </Section>
    </AboutPage>
  )
}
