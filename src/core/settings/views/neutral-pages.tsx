import type { Partnership } from '../../auth/index.ts'
import { Section } from '../../ui/parts/index.ts'
import { keptOfAccounts, keptOfReaders } from '../kept-data.ts'
import { aboutPath } from '../paths.ts'
import { AboutPage } from './about-page.tsx'
import { KeptTable } from './kept-table.tsx'
import { MailCarrier, type MailWay } from './mail-carrier.tsx'
import { WhatWorks } from './what-works.tsx'
import { YourRights } from './your-rights.tsx'

interface PartnershipLinksProps {
  readonly partnerships: readonly Partnership[]
  readonly page: 'accessibility' | 'privacy'
}

function PartnershipLinks({ partnerships, page }: PartnershipLinksProps) {
  if (partnerships.length === 0) return <p>No partnership publishes here yet.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {partnerships.map(({ slug, name }) => (
        <li>
          <a href={aboutPath(page, slug)}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** Accessibility of the pages that belong to no partnership, and the way to each partnership's own statement. */
export const NeutralAccessibilityPage = ({ partnerships }: { readonly partnerships: readonly Partnership[] }) => (
  <AboutPage
    partnership={undefined}
    title="Accessibility"
    description="What these pages are made to do for everyone, and each partnership’s accessibility statement."
    lead="Several partnerships share this service. Each is responsible for its own pages, and has an accessibility statement that says what does not work yet and whom to tell."
  >
    <WhatWorks />
    <Section id="statements" heading="Accessibility statements">
      <PartnershipLinks partnerships={partnerships} page="accessibility" />
    </Section>
  </AboutPage>
)

export interface NeutralPrivacyPageProps {
  readonly partnerships: readonly Partnership[]
  readonly mail: MailWay
}

/** What is kept about people wherever they sign in, and the way to each partnership's own notice. */
export const NeutralPrivacyPage = ({ partnerships, mail }: NeutralPrivacyPageProps) => (
  <AboutPage
    partnership={undefined}
    title="Privacy"
    description="What this service keeps about the people who read its pages and sign in, why, and for how long."
    lead="Several partnerships share this service. The one that invited you is responsible for what is kept about you; its notice says how to reach it."
  >
    <Section id="notices" heading="Privacy notices">
      <PartnershipLinks partnerships={partnerships} page="privacy" />
    </Section>
    <Section id="readers" heading="If you only read">
      <KeptTable caption="What is kept about people who read" kept={keptOfReaders} />
    </Section>
    <Section id="accounts" heading="If you sign in">
      <KeptTable caption="What is kept about people who sign in" kept={keptOfAccounts} />
      <MailCarrier mail={mail} />
    </Section>
    <YourRights />
  </AboutPage>
)
