import type { Partnership } from '../../auth/index.ts'
import { Section } from '../../ui/parts/index.ts'
import { keptOfAccounts, keptOfReaders } from '../kept-data.ts'
import { lawfulBases } from '../lawful-basis.ts'
import { aboutPath } from '../paths.ts'
import type { Privacy, Settings } from '../settings.ts'
import { AboutPage } from './about-page.tsx'
import { KeptTable } from './kept-table.tsx'
import { Bullets, Lines } from './lines.tsx'
import { MailCarrier, type MailWay } from './mail-carrier.tsx'
import { NotSaid } from './not-said.tsx'
import { WaysToReach } from './ways-to-reach.tsx'
import { YourRights } from './your-rights.tsx'

export interface PrivacyPageProps {
  readonly partnership: Partnership
  readonly settings: Settings
  /** How this installation sends mail. */
  readonly mail: MailWay
  readonly canFillIn: boolean
}

/** A partnership's privacy notice: what these pages keep about people, why, for how long, and what they can ask for. */
export function PrivacyPage({ partnership, settings, mail, canFillIn }: PrivacyPageProps) {
  const { name, slug } = partnership
  const { privacy, contact } = settings
  return (
    <AboutPage
      partnership={partnership}
      title="Privacy notice"
      description={`What the pages of ${name} keep about the people who read them and sign in, why, and for how long.`}
      lead="You can read everything that is published here without telling us who you are. About people who sign in we keep what is needed to let them in and to show later who did what."
    >
      <Section id="who" heading="Who is responsible">
        <Responsible {...privacy} canFillIn={canFillIn} />
        <WaysToReach contact={contact} canFillIn={canFillIn} />
      </Section>
      <Section id="readers" heading="If you only read">
        <p>
          Nothing is loaded from other sites, and nothing follows you from page to page. No cookie is set until you sign
          in: <a href={aboutPath('cookies', slug)}>see the cookies</a>.
        </p>
        <KeptTable caption="What is kept about people who read" kept={keptOfReaders} />
      </Section>
      <Section id="accounts" heading="If you sign in">
        <KeptTable caption="What is kept about people who sign in" kept={keptOfAccounts} />
        {privacy.retention.length > 0 ? (
          <Section id="also" level={3} heading="What the partnership also keeps">
            <Bullets items={privacy.retention} />
          </Section>
        ) : null}
      </Section>
      <Section id="why" heading="What allows us to use it">
        <Basis {...privacy} canFillIn={canFillIn} />
      </Section>
      <Section id="shared" heading="Who else sees it">
        <p>
          Administrators of the partnership see the names, email addresses, roles and sign-ins of its people and of the
          people of providers that it let in. What you publish here carries no name unless you write one.
        </p>
        <MailCarrier mail={mail} />
        <p>Nothing is sold, and nothing is decided about you by a machine.</p>
      </Section>
      <YourRights />
    </AboutPage>
  )
}

type Part = Privacy & { readonly canFillIn: boolean }

function Responsible({ controller, officer, registration, canFillIn }: Part) {
  return (
    <>
      {controller === '' ? (
        <NotSaid what="who the data controller is" section="privacy" canFillIn={canFillIn} />
      ) : (
        <p>
          The data controller is {controller}
          {registration === '' ? null : `, registered with the Information Commissioner as ${registration}`}.
        </p>
      )}
      {officer === '' ? (
        <NotSaid what="how to reach its data protection officer" section="privacy" canFillIn={canFillIn} />
      ) : (
        <>
          <p>Its data protection officer answers questions about this notice:</p>
          <Lines text={officer} />
        </>
      )}
    </>
  )
}

function Basis({ bases, canFillIn }: Part) {
  if (bases.length === 0)
    return <NotSaid what="on what lawful basis it uses personal data" section="privacy" canFillIn={canFillIn} />
  return (
    <>
      <p>Under the UK General Data Protection Regulation:</p>
      <Bullets
        items={bases.map((basis) => {
          const { name, article, meaning } = lawfulBases[basis]
          return `${name}: ${meaning} (article ${article}).`
        })}
      />
    </>
  )
}
