import { BackLink, Button } from '../../../ui/govuk/index.ts'
import { Page } from '../../../ui/layout/index.ts'
import {
  Finding,
  IdentityBar,
  LedgerList,
  OfferLadder,
  PageTitle,
  Section,
  Stages,
  Timeline,
} from '../../../ui/parts/index.ts'
import { offerSteps } from '../offer-steps.ts'

/** One invented package: who has been asked, why, and what has happened. */
export const PackageSample = () => (
  <Page
    title="XX-PKG-00042"
    description="A page of invented content, to see the parts together."
    lang="en-GB"
    density="work"
    brand={{ kind: 'neutral' }}
    navigation={[
      { text: 'Desk', href: '#main' },
      { text: 'Packages', href: '#main', current: 'section' },
    ]}
    demonstration="Design system. Packages, people and providers on this page are invented."
  >
    <BackLink href="#main">Broker’s desk</BackLink>
    <PageTitle
      heading="Care at home, 14 hours a week"
      note="3 visits a day, every day, one carer. Ready to leave hospital since 25 November 2030."
    />
    <IdentityBar
      kind="Package"
      name="XX-PKG-00042"
      facts={[
        { term: 'Ward', value: 'Sample Isles and the Long Coast' },
        { term: 'Start wanted', value: '28 November 2030' },
        { term: 'Price at lot rate', value: '£294.00 a week' },
        { term: 'Support option', value: 'Option 3: council arranges' },
        { term: 'Waiting', value: '1 day 2 hours, from hospital', tone: 'need' },
        { term: 'Broker', value: 'Aila Example' },
      ]}
      actions={
        <Button href="#main" classes="govuk-button--secondary">
          Change the package
        </Button>
      }
    />
    <div class="m-cols m-cols--side">
      <div>
        <Section id="ladder" heading="The offer is with its second step" intro="Each step reaches more providers.">
          <OfferLadder label="Steps of the offer" steps={offerSteps} />
        </Section>
        <Section
          id="why"
          heading="Why was provider C asked second?"
          intro="Replayed from the ledger. The provider sees the same words."
        >
          <div class="m-why">
            <p>
              The turn goes to the provider with the <strong>smaller share of hours</strong> in the last 28 days.
            </p>
          </div>
          <LedgerList
            label="Why provider C was asked second"
            entries={[
              {
                entry: '418 of 2030/31, 26 November 2030, 09:00:04',
                rule: 'Care at home lots, version 4, step 2',
                inputs: 'Hours placed in 28 days: provider B 1,204; provider C 1,413.',
                outcome: 'Provider B lapsed, so the offer went to provider C. Due 12:00.',
                fingerprint: '9f3c21ab77d0e415',
              },
            ]}
          />
        </Section>
      </div>
      <aside class="m-spaced" aria-label="About this package">
        <Finding level={2} size={4}>
          What providers can see
        </Finding>
        <Stages
          label="What providers can see"
          stages={[
            { content: 'Now: postcode district, hours, time bands', current: true },
            { content: 'After they show interest: a description without names' },
            { content: 'After they accept: name, address, contacts and risks' },
          ]}
        />
        <div class="m-spaced">
          <Finding level={2} size={4}>
            What has happened
          </Finding>
          <Timeline
            label="What has happened"
            events={[
              { at: '2030-11-26T09:00', when: 'Today, 09:00', what: 'Offer sent to Example provider C' },
              { at: '2030-11-25T16:00', when: 'Monday, 16:00', what: 'Offer sent to Example provider B' },
              { at: '2030-11-25T15:58', when: 'Monday, 15:58', what: 'Example provider A declined: no capacity' },
              { at: '2030-11-25T08:30', when: 'Monday, 08:30', what: 'Clock started: ready to leave hospital' },
            ]}
          />
        </div>
      </aside>
    </div>
  </Page>
)
