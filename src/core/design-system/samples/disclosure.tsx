import { Accordion, Details, Tabs } from '../../ui/govuk/index.ts'
import type { Specimen } from '../specimen.ts'

/** What opens and closes. */
export const disclosureSpecimens = (): readonly Specimen[] => [
  {
    name: 'Details',
    imports: 'Details from core/ui/govuk',
    when: 'Help that a few people need, in the place where they need it. Never the only place of a fact.',
    states: [
      {
        name: 'Closed',
        show: <Details summary="How is this worked out?">Need is set against supply, ward by ward.</Details>,
      },
      {
        name: 'Open',
        show: (
          <Details summary="Why was I asked second?" open>
            The turn goes to the provider with the smaller share of hours.
          </Details>
        ),
      },
    ],
  },
  {
    name: 'Accordion',
    imports: 'Accordion from core/ui/govuk',
    when: 'Several sections of which each reader needs one or two. Mercat’s script does not fold it, so the sections stand open; to fold one, use details.',
    states: [
      {
        name: 'Three sections, one open',
        show: (
          <Accordion
            id="sample-accordion"
            headingLevel={3}
            items={[
              { heading: 'Who can bid', content: 'Any registered provider.', expanded: true },
              { heading: 'How bids are scored', summary: 'Quality 60, price 40', content: 'Two people score alone.' },
              { heading: 'What happens next', content: 'Awards are published in March.' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Tabs',
    imports: 'Tabs from core/ui/govuk',
    when: 'Two or three ways to see the same thing, such as a form and its preview. Mercat’s script does not turn them, so they are links to parts that stand one below another.',
    states: [
      {
        name: 'Two tabs',
        show: (
          <Tabs
            id="sample-tabs"
            idPrefix="sample-tab"
            items={[
              {
                label: 'Write',
                content: (
                  <>
                    <h3 class="m-h3">Write</h3>
                    <p>The words as they are typed.</p>
                  </>
                ),
              },
              {
                label: 'Preview',
                content: (
                  <>
                    <h3 class="m-h3">Preview</h3>
                    <p>The words as they will be read.</p>
                  </>
                ),
              },
            ]}
          />
        ),
      },
    ],
  },
]
