import { Page } from '../../../ui/layout/index.ts'
import { EmptyState, PageTitle } from '../../../ui/parts/index.ts'

/** A page whose every name is as long as names get. */
export const LongSample = () => (
  <Page
    title="Opportunities"
    description="A page of invented content, to see the parts together."
    lang="en-GB"
    brand={{
      kind: 'partnership',
      slug: 'west-lothian',
      name: 'Health and Social Care Partnership of the Northern and Western Sample Isles',
      subtitle: 'Commissioning for adults, children, families and justice services together',
      colour: '#8a1538',
    }}
    navigation={[
      { text: 'What the area needs', href: '#main' },
      { text: 'Opportunities for providers', href: '#main', current: 'page' },
      { text: 'Donaudampfschifffahrtsgesellschaft', href: '#main' },
    ]}
    breadcrumbs={[
      { content: 'Health and Social Care Partnership of the Northern and Western Sample Isles', href: '#main' },
      { content: 'Opportunities' },
    ]}
    demonstration="Design system. Everything on this page is invented."
  >
    <PageTitle
      heading="Opportunities for registered providers of care at home, housing support and day opportunities"
      note="Nothing is being bought now."
    />
    <EmptyState
      what="Opportunities appear here, the next to close first."
      why="No tender is open, and none is planned before June."
      link={{ text: 'Be told when one opens', href: '#main' }}
    />
  </Page>
)
