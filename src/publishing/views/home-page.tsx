import type { Partnership } from '../../core/auth/index.ts'
import { EmptyState, Hero, Section, SectionIndex } from '../../core/ui/parts/index.ts'
import { dataPath, sectionPath } from '../paths.ts'
import type { HomeContent } from '../queries/home-content.ts'
import { sections } from '../section.ts'
import type { StatementText } from '../statement-text.ts'
import { emptySections } from './empty-sections.ts'
import { StatementPage } from './frame.tsx'
import { HomeCards } from './home-cards.tsx'
import { HomeMoney } from './home-money.tsx'

export interface HomePageProps extends HomeContent {
  readonly partnership: Partnership
  /** The day of the newest data, as a sentence part: "22 November 2026". */
  readonly asAt: string
}

const plainLead =
  'The market position statement for health and social care. It is for providers deciding where to grow, and for anyone who wants to see how care is planned and paid for.'

/** A partnership's home: what it needs, what it has, what it spends, in one screen, and the way into each section. */
export function HomePage({ partnership, asAt, lead, messages, cited, population, dementia, tables }: HomePageProps) {
  const { slug, title } = partnership
  return (
    <StatementPage
      partnership={partnership}
      title={`What ${title} needs, and what it spends`}
      description={`The market position statement of ${partnership.name}: need, supply, gaps and money, every figure with its source.`}
      current="statement"
      atTop
    >
      <Hero
        heading={`What ${title} needs, and what it spends`}
        lead={lead?.text ?? plainLead}
        meta={[`Shown as at ${asAt}`, <a href={dataPath(slug)}>Take the data</a>]}
        side={
          <SectionIndex
            label="Sections of the statement"
            items={sections.map((section) => ({ text: section.title, href: sectionPath(slug, section.slug) }))}
          />
        }
      />
      <section aria-labelledby="argument">
        <h2 class="m-vh" id="argument">
          Need, supply and the gap between them
        </h2>
        <HomeCards partnership={partnership} population={population} dementia={dementia} cited={cited} />
      </section>
      <div class="m-cols m-cols--2">
        <HomeMoney partnership={partnership} tables={tables} cited={cited} />
        <Messages slug={slug} title={title} messages={messages} />
      </div>
    </StatementPage>
  )
}

function Messages({ slug, title, messages }: { slug: string; title: string; messages: readonly StatementText[] }) {
  return (
    <Section id="messages" heading="What providers are told">
      {messages.length > 0 ? (
        <>
          <ol class="m-list m-messages">
            {messages.map((message) => (
              <li>
                <span>{message.heading ?? message.text}</span>
              </li>
            ))}
          </ol>
          <p class="m-small m-spaced">
            <a href={sectionPath(slug, 'messages')}>Read the messages in full</a>
          </p>
        </>
      ) : (
        <EmptyState
          {...emptySections.messages(title)}
          link={{ text: 'The section on messages', href: sectionPath(slug, 'messages') }}
        />
      )}
    </Section>
  )
}
