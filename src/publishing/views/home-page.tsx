import type { Partnership } from '../../core/auth/index.ts'
import { longDate } from '../../core/ui/format.ts'
import type { Content } from '../../core/ui/govuk/index.ts'
import { EmptyState, Hero, Section, SectionIndex } from '../../core/ui/parts/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { contractSummariesPath } from '../contracts/paths.ts'
import { comparePath, dataPath, editionPrintPath, sectionPath } from '../paths.ts'
import type { HomeContent } from '../queries/home-content.ts'
import { sections } from '../section.ts'
import { emptySections } from './empty-sections.ts'
import { StatementPage } from './frame.tsx'
import { HomeCards } from './home-cards.tsx'
import { HomeChanges } from './home-changes.tsx'
import { HomeMoney } from './home-money.tsx'

export interface HomePageProps extends HomeContent {
  readonly partnership: Partnership
  /** The day of the newest data, as a sentence part: "22 November 2026". */
  readonly asAt: string
}

const plainLead =
  'The market position statement for health and social care. It is for providers deciding where to grow, and for anyone who wants to see how care is planned and paid for.'

/** A partnership's home: what it needs, what it has, what it spends, in one screen, and the way into each section. */
export function HomePage(props: HomePageProps) {
  const { partnership, edition, changes, lead, messages, cited, tables } = props
  const { slug, title } = partnership
  const told = <Messages slug={slug} title={title} messages={messages} />
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
        lead={lead ?? plainLead}
        meta={metaOf(props)}
        side={
          <SectionIndex
            label="Sections of the statement"
            items={[
              ...sections.map((section) => ({ text: section.title, href: sectionPath(slug, section.slug) })),
              { text: 'Contracts', href: contractSummariesPath(slug) },
            ]}
          />
        }
      />
      <section aria-labelledby="argument">
        <h2 class="m-vh" id="argument">
          Need, supply and the gap between them
        </h2>
        <HomeCards {...props} />
      </section>
      <div class="m-cols m-cols--2">
        <div>
          <HomeMoney partnership={partnership} tables={tables} cited={cited} />
          {edition?.changes ? told : null}
        </div>
        {edition?.changes ? <HomeChanges slug={slug} edition={edition} changes={changes} /> : told}
      </div>
    </StatementPage>
  )
}

/** Which edition the words are of, and what can be done with it. */
function metaOf({ partnership: { slug }, edition, asAt }: HomePageProps): Content[] {
  const data = <a href={dataPath(slug)}>Take the data</a>
  if (!edition) return [`Figures as at ${asAt}`, data]
  const { number, publishedAt, changes } = edition
  return [
    <>
      <strong>Edition {number}</strong>, {longDate(londonDate(publishedAt))}
    </>,
    ...(changes
      ? [<a href={comparePath(slug, number - 1, number)}>See what changed since edition {number - 1}</a>]
      : []),
    <a href={editionPrintPath(slug, number)}>Print this edition</a>,
    `Figures as at ${asAt}`,
    data,
  ]
}

function Messages({ slug, title, messages }: { slug: string; title: string } & Pick<HomeContent, 'messages'>) {
  return (
    <Section id="messages" heading="What providers are told">
      {messages.length > 0 ? (
        <>
          <ol class="m-list m-messages">
            {messages.map((message) => (
              <li>
                <span>{message.heading || message.text}</span>
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
