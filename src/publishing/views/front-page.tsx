import type { Partnership } from '../../core/auth/index.ts'
import { Page } from '../../core/ui/layout/index.ts'
import { EmptyState, Hero } from '../../core/ui/parts/index.ts'
import { homePath } from '../paths.ts'

const nations = { scotland: 'Scotland', england: 'England' } as const

/** The front page: every partnership that publishes here. */
export function FrontPage({ partnerships }: { partnerships: readonly Partnership[] }) {
  const demonstration = partnerships.some((partnership) => partnership.demonstration)
  return (
    <Page
      title="Market position statements"
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      description="What health and social care partnerships need, what care there is, what they spend, and where each figure comes from."
      demonstration={
        demonstration
          ? 'Demonstration. Figures are published ones with their source, or are marked as invented; services and their names are invented. Not a live service of any partnership.'
          : undefined
      }
    >
      <Hero
        heading="What care is needed, and who will buy it"
        lead="Each partnership says openly what its people need, what care there is, and what it spends. Follow any figure to its source."
      />
      {partnerships.length > 0 ? (
        <ul class="m-list m-choices">
          {partnerships.map((partnership) => (
            <li>
              <h2 class="m-h3">
                <a href={homePath(partnership.slug)}>{partnership.title}</a>
              </h2>
              <p class="m-2">
                {partnership.name}, {nations[partnership.nation]}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          what="Each partnership that publishes a statement is listed here."
          why="None has been added to this installation yet."
          link={{ text: 'How the data is described', href: '/api/v1/openapi.json' }}
        />
      )}
    </Page>
  )
}
