import type { MercatContext, Problem } from '../../http/index.ts'
import { Page, renderPage } from '../layout/index.ts'
import { Finding } from '../parts/index.ts'
import { signedOutPage } from './signed-out-page.tsx'

/** The page of a trouble: what happened, what to do, and an id to quote. */
export const errorPage = (c: MercatContext, problem: Problem): string =>
  problem.status === 401 && c.var.typed
    ? signedOutPage({ address: c.req.path + new URL(c.req.url).search, fields: c.var.typed, id: problem.id })
    : renderPage(<ErrorPage problem={problem} path={c.req.path} />, c.var.viewer)

function ErrorPage({ problem, path }: { problem: Problem; path: string }) {
  const partnership = /^\/([a-z][a-z0-9-]*)\/./.exec(path)?.[1]
  return (
    <Page title={problem.title} lang="en-GB" brand={{ kind: 'neutral' }} description={problem.detail}>
      <div class="m-read">
        <div class="m-title">
          <Finding level={1}>{problem.title}</Finding>
        </div>
        <p data-why>{problem.detail}</p>
        {problem.advice ? <p data-why>{problem.advice}</p> : null}
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a href="/">Every partnership that publishes here</a>
          </li>
          {problem.status === 404 && partnership && partnership !== 'api' && partnership !== 'static' ? (
            <li>
              <a href={`/${partnership}`}>The statement that this address belongs to</a>
            </li>
          ) : null}
        </ul>
        <p class="m-2" data-why>
          If you tell someone about this, quote <code>{problem.id}</code>.
        </p>
      </div>
    </Page>
  )
}
