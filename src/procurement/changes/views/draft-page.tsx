import type { Partnership } from '../../../core/auth/index.ts'
import { Button, TaskList } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { DraftPart } from '../forms/draft.ts'
import { pricesTyped } from '../forms/price-rows.ts'
import { first, type Mistake } from '../forms/typed.ts'
import {
  changeDetailPath,
  draftCheckPath,
  draftDetailsPath,
  draftDropPath,
  draftLotPath,
  draftLotsPath,
  draftPath,
  draftPricesPath,
} from '../paths.ts'
import type { Draft } from '../queries/drafts.ts'

export interface DraftPageProps {
  readonly partnership: Partnership
  readonly draft: Draft
  /** What keeps it from being a contract. */
  readonly mistakes: readonly (DraftPart & Mistake)[]
  readonly asksToDrop: boolean
}

/** What is done of a contract that is being made, and what is still to do. */
export function DraftPage({ partnership, draft, mistakes, asksToDrop }: DraftPageProps) {
  const { slug } = partnership
  const { reference, content, waiting } = draft
  const title = first(content.details, 'title')
  const wrong = (part: DraftPart['part'], lot?: string) =>
    mistakes.filter((one) => one.part === part && (one.part === 'details' || one.lot === lot)).length
  const status = (count: number, done: string) =>
    count === 0 ? done : { tag: count === 1 ? 'One thing to put right' : `${count} things to put right` }
  return (
    <ContractsPage
      partnership={partnership}
      title={`Draft ${reference}: ${title}`}
      breadcrumbs={[
        { content: 'New contract', href: draftPath(slug, reference).replace(/\/[^/]+$/, '') },
        { content: `Draft ${reference}` },
      ]}
    >
      <PageTitle
        heading={title}
        note={`Draft ${reference}. Nobody is offered anything from it before it is awarded.`}
      />
      {waiting ? (
        <p class="m-why">
          Its award was asked for. <a href={changeDetailPath(slug, waiting)}>It waits for approval</a>, and can’t be
          changed meanwhile.
        </p>
      ) : (
        <>
          <TaskList
            classes="m-read"
            items={[
              {
                title: 'Details, days and options',
                href: draftDetailsPath(slug, reference),
                status: status(wrong('details'), 'Done'),
              },
              ...content.lots.flatMap(({ id, lot, prices }) => {
                const name =
                  lot.number || lot.name ? `Lot ${[lot.number, lot.name].filter(Boolean).join(', ')}` : 'The lot'
                const priced = pricesTyped(prices)
                return [
                  {
                    title: name,
                    href: draftLotPath(slug, reference, id),
                    status: status(wrong('lot', id), countOf(lot.places.length, 'provider')),
                  },
                  {
                    title: `Prices in ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
                    href: draftPricesPath(slug, reference, id),
                    status: status(wrong('prices', id), countOf(priced, 'price')),
                  },
                ]
              }),
              {
                title: content.lots.length === 0 ? 'Lots and providers' : 'Add a lot',
                href: draftLotPath(slug, reference, 'new'),
                status: content.lots.length === 0 ? { tag: 'To do' } : 'If there are more',
              },
              {
                title: 'Check and award',
                href: mistakes.length === 0 && content.lots.length > 0 ? draftCheckPath(slug, reference) : undefined,
                status: mistakes.length === 0 && content.lots.length > 0 ? 'Ready' : 'Can’t start yet',
              },
            ]}
          />
          <div class="govuk-button-group m-spaced">
            {content.lots.length === 0 ? (
              <a href={draftLotsPath(slug, reference)}>Make one lot for each of several areas</a>
            ) : null}
            {asksToDrop ? null : <a href={`${draftPath(slug, reference)}?drop`}>Give this draft up</a>}
          </div>
          {asksToDrop ? (
            <form class="m-why" method="post" action={draftDropPath(slug, reference)}>
              <p>Give up draft {reference}? What was typed is forgotten, and its reference is not used again.</p>
              <div class="govuk-button-group">
                <Button classes="govuk-button--warning">Give it up</Button>
                <a href={draftPath(slug, reference)}>Keep it</a>
              </div>
            </form>
          ) : null}
        </>
      )}
    </ContractsPage>
  )
}

const countOf = (count: number, what: string): string =>
  count === 0 ? `No ${what}` : count === 1 ? `One ${what}` : `${count} ${what}s`
