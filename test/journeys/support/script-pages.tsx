/** Pages that use every script, served by a process of their own: Playwright would compile their JSX in its own way. */
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { VNode } from 'preact'
import type { MercatEnv } from '../../../src/core/http/env.ts'
import { liveAddress, newLive } from '../../../src/core/http/live.ts'
import { securityHeaders } from '../../../src/core/http/security.ts'
import { staticRoutes } from '../../../src/core/http/static-files.ts'
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  Input,
  PasswordInput,
  Radios,
  ServiceNavigation,
} from '../../../src/core/ui/govuk/index.ts'
import { Page, renderPage } from '../../../src/core/ui/layout/index.ts'

const document = (title: string, children: VNode, mistakes = false) =>
  renderPage(
    <Page title={title} lang="en-GB" brand={{ kind: 'neutral' }} description="A page of the tests." mistakes={mistakes}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>,
  )

const log = { warn: (what: unknown) => process.stderr.write(`${JSON.stringify(what)}\n`) } as never
const live = newLive(async () => String(rows.length), log)
const notes: string[] = []
let rows = ['First row', 'Second row']
let posts = 0

const app = new Hono<MercatEnv>()
app.use(securityHeaders({} as never))
app.use(async (c, next) => {
  c.set('actor', { kind: 'public' })
  c.set('config', { trustedProxies: 0 } as never)
  await next()
})
app.route('/', staticRoutes(new URL('./static/', import.meta.url)))

app.get('/filter', async (c) => {
  const words = c.req.query('words') ?? ''
  const sort = c.req.query('sort') ?? 'name'
  await wait(Number(c.req.query('wait') ?? 0))
  const found = ['Almond', 'Bathgate', 'Broxburn', 'Linlithgow'].filter((one) => one.toLowerCase().includes(words))
  if (sort === 'place') found.reverse()
  return c.html(
    document(
      `${found.length} places`,
      <div id="places">
        <form action="/filter" data-swap="places">
          <Input label="Words" name="words" id="words" value={words} />
          <Button name="sort" value="place">
            Sort by place
          </Button>
          <Button name="sort" value="name">
            Filter
          </Button>
        </form>
        <p data-announce>{found.length} places found</p>
        <ul>
          {found.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        <a href="/filter?words=b" data-swap="places">
          Only with B
        </a>
        <a href="/elsewhere" data-swap="places">
          Elsewhere
        </a>
        <a href="/filter?wait=2500" data-swap="places">
          Slowly
        </a>
      </div>,
    ),
  )
})
app.get('/elsewhere', (c) => c.html(document('Elsewhere', <p>Nothing to swap here.</p>)))

const notePage = (text = '', mistake?: string) =>
  document(
    'Notes',
    <div id="notes">
      {mistake ? <ErrorSummary title="There is a problem" errorList={[{ content: mistake, href: '#note' }]} /> : null}
      <form method="post" action="/notes" data-swap="notes" data-guard>
        <CharacterCount label="Note" name="note" maxwords={5} value={text} errorMessage={mistake} />
        <Button preventDoubleClick>Keep</Button>
      </form>
      <p data-announce>{notes.length} notes kept</p>
    </div>,
    mistake !== undefined,
  )
app.get('/notes', (c) => c.html(notePage()))
app.post('/notes', async (c) => {
  posts += 1
  const { note = '' } = await c.req.parseBody<{ note: string }>()
  if (note === 'slow') await wait(300)
  if (note === 'trouble') {
    const why = <p data-why>It is not your fault.</p>
    return c.html(document('Something went wrong', why), 500)
  }
  if (note === 'broken') return c.html('<p>Nothing that was expected')
  if (note === '') return c.html(notePage(note, 'Enter a note'), 422)
  notes.push(note)
  return c.redirect(note === 'elsewhere' ? '/elsewhere' : '/notes', 303)
})
app.get('/posts', (c) => c.text(String(posts)))

app.get('/rows', (c) =>
  c.html(
    document(
      'Rows',
      <>
        <div id="rows" data-live={liveAddress('/rows/events', rows.join())}>
          <p data-announce>{rows.length} rows</p>
          <ul>
            {rows.map((row) => (
              <li>
                {row} <button type="button">Open {row}</button>
              </li>
            ))}
          </ul>
          <Input label="Remark" name="remark" />
          <form method="post" action="/rows/own" data-swap="rows">
            <Button>Add an own row</Button>
          </form>
        </div>
        <button type="button">After the rows</button>
      </>,
    ),
  ),
)
app.get('/rows/events', (c) => live.events(c, 'rows', async () => rows.join()))
app.post('/rows', async (c) => {
  rows = [await c.req.text(), ...rows]
  return c.body(null, 204)
})

app.post('/rows/own', (c) => {
  rows = ['Own row', ...rows]
  return c.redirect('/rows', 303)
})

app.get('/fields', (c) =>
  c.html(
    document(
      'Fields',
      <>
        <ServiceNavigation
          navigation={[
            { content: 'One', href: '#one' },
            { content: 'Two', href: '#two' },
          ]}
        />
        <ExitThisPage redirectUrl="/elsewhere" />
        <form action="/elsewhere">
          <CharacterCount label="Title" name="title" maxlength={10} threshold={50} />
          <PasswordInput label="Password" name="password" />
          <Radios
            name="contact"
            legend="How to reach you"
            items={[
              { content: 'By telephone', value: 'telephone', conditional: <Input label="Number" name="number" /> },
              { content: 'Not at all', value: 'none' },
            ]}
          />
          <Checkboxes
            name="days"
            legend="Which days"
            items={[
              { content: 'Monday', value: '1', conditional: <Input label="From when" name="from" /> },
              { content: 'Tuesday', value: '2' },
              { divider: 'or' },
              { content: 'None', value: '0', behaviour: 'exclusive' },
            ]}
          />
        </form>
      </>,
    ),
  ),
)

const server = createAdaptorServer({ fetch: app.fetch }) as Server
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
})
process.on('SIGTERM', () => {
  live.end()
  server.close()
  server.closeIdleConnections()
})
