import { Button, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { Facts, Finding, Lead, PageTitle, Section } from '../../ui/parts/index.ts'
import type { Specimen } from '../specimen.ts'

const long =
  'Care at home for older people, for people with a learning disability and for their unpaid carers grew in every one of the nine wards'

/** Headings and text. */
export const contentSpecimens = (): readonly Specimen[] => [
  {
    name: 'Finding',
    imports: 'Finding from core/ui/parts',
    when: 'Every heading. It says what was found or what can be done, not what the topic is.',
    states: [
      {
        name: 'Each size',
        show: (
          <div class="m-texts">
            <Finding level={3} size={1}>
              Care is short in the north
            </Finding>
            <Finding level={3} size={2}>
              Half of the money is spent with providers
            </Finding>
            <Finding level={3}>Hours rose by a third</Finding>
            <Finding level={4}>What has happened</Finding>
          </div>
        ),
      },
      { name: 'Long', show: <Finding level={3}>{long}</Finding> },
    ],
  },
  {
    name: 'Page title',
    imports: 'PageTitle from core/ui/parts',
    when: 'The top of a page of work, with the one or two buttons that the page is for.',
    states: [
      {
        name: 'With buttons',
        show: (
          <PageTitle
            level={3}
            heading="Contract register"
            note="As at 31 January 2030. The black line in each bar is that day."
            actions={[
              <Button href="#page-title">Add a contract</Button>,
              <Button href="#page-title" classes="govuk-button--secondary">
                Yearly report
              </Button>,
            ]}
          />
        ),
      },
      { name: 'Long, without', show: <PageTitle level={3} heading={long} /> },
    ],
  },
  {
    name: 'Lead and section',
    imports: 'Lead, Section from core/ui/parts',
    when: 'The sentence or two that a page begins with, and parts of a page under their own headings.',
    states: [
      {
        name: 'Both',
        show: (
          <>
            <Lead>The market position statement for health and social care, for providers deciding where to grow.</Lead>
            <Section id="sample-section" level={3} heading="What we will buy" intro="Seven areas of contract work.">
              <p class="m-read">
                Text stands in lines of at most about eighty letters, because longer ones are hard to follow back.
              </p>
            </Section>
          </>
        ),
      },
    ],
  },
  {
    name: 'Facts',
    imports: 'Facts from core/ui/parts',
    when: 'Four to eight short facts about one thing, in a strip. Longer ones belong in a summary list.',
    states: [
      {
        name: 'Six facts, one long, one late',
        show: (
          <Facts
            facts={[
              { term: 'Ward', value: 'Sample Isles and the Long Coast' },
              { term: 'Start wanted', value: '26 November 2030' },
              { term: 'Price', value: '£294.00 a week' },
              { term: 'Support option', value: 'Option 3: council arranges' },
              { term: 'Waiting', value: '1 day 2 hours, late', tone: 'need' },
              { term: 'Broker', value: 'Aila Example' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Summary list',
    imports: 'SummaryList from core/ui/govuk',
    when: 'What was answered or recorded, a line each, with a link to change it.',
    states: [
      {
        name: 'With actions',
        show: (
          <SummaryList
            rows={[
              {
                key: 'Name',
                value: 'Example provider',
                actions: { items: [{ content: 'Change', href: '#summary-list', visuallyHiddenText: 'name' }] },
              },
              {
                key: 'Address',
                value: '1 Sample Street, Exampleton',
                actions: { items: [{ content: 'Change', href: '#summary-list', visuallyHiddenText: 'address' }] },
              },
            ]}
          />
        ),
      },
      {
        name: 'As a card',
        show: (
          <SummaryList
            card={{
              title: { content: 'Example provider', headingLevel: 3 },
              actions: { items: [{ content: 'Remove', href: '#summary-list' }] },
            }}
            rows={[
              { key: 'Services', value: 'Care at home, housing support' },
              { key: 'Areas', value: 'Sample North, Sample Middle' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Inset text',
    imports: 'InsetText from core/ui/govuk',
    when: 'A sentence that must be told apart from the text round it. Seldom.',
    states: [{ name: 'Normal', show: <InsetText>Figures for 2030 are provisional until June.</InsetText> }],
  },
]
