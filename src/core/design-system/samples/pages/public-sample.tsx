import { Page } from '../../../ui/layout/index.ts'
import { FigureCard, Hero, SectionIndex } from '../../../ui/parts/index.ts'

const source = { text: 'Sample statistics, 2030', href: '#argument' }

/** The home of a partnership that does not exist. */
export const PublicSample = () => (
  <Page
    title="What the sample area needs"
    description="A page of invented content, to see the parts together."
    lang="en-GB"
    brand={{ kind: 'neutral' }}
    navigation={[
      { text: 'Statement', href: '#main', current: 'page' },
      { text: 'Open data', href: '#main' },
    ]}
    demonstration="Design system. Everything on this page is invented."
    footer={{
      links: [
        { text: 'Accessibility', href: '#main' },
        { text: 'Privacy', href: '#main' },
        { text: 'Cookies', href: '#main' },
      ],
    }}
  >
    <Hero
      heading="What the sample area needs, what it has, what it will buy"
      lead="The market position statement for health and social care. It is for providers deciding where to grow, and for anyone who wants to see how care is planned and paid for."
      meta={['Edition 7, 22 November 2030', <a href="#argument">See what changed since edition 6</a>]}
      side={
        <SectionIndex
          label="Sections of the statement"
          items={['Need', 'Supply', 'Gaps by ward', 'What we will buy', 'Money'].map((text) => ({
            text,
            href: '#argument',
          }))}
        />
      }
    />
    <section aria-labelledby="argument">
      <h2 class="m-vh" id="argument">
        Need, supply and the gap between them
      </h2>
      <div class="m-trip">
        <FigureCard
          kind="need"
          finding="The number of people aged 75 and over is projected to double"
          stat={{ value: '25,500', unit: 'people projected for 2043' }}
          comparator="From about 12,400 in 2018."
          source={source}
        />
        <FigureCard
          kind="supply"
          finding="Hours of care at home rose by a third"
          stat={{ value: '1.41m', unit: 'hours in 2030' }}
          comparator="About 2,700 people had care at home."
          source={source}
        />
        <FigureCard
          kind="gap"
          finding="Beds held by people ready to leave hospital tripled"
          stat={{ value: '45', unit: 'beds a day' }}
          comparator="Up from 15 beds."
          source={source}
        />
      </div>
    </section>
  </Page>
)
