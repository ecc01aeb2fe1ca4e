import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage, sampleLines } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import { endLiveEvents, type MercatEnv } from '../../core/http/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { importPackages } from '../intake/import-packages.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { packageBy } from '../requests/queries/package.ts'
import { brokerageRoutes } from '../routes.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let broker: Somebody
let colleague: Somebody
let stranger: Somebody
let now = monday

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const other = await newBrokerage(database)
  app = (await newTestApp([brokerageRoutes()], { database, clock: { now: () => now } })).app
  const { id } = world.partnership
  broker = await signedInAs(database, { partnership: id, roles: ['broker'], name: 'Aileen Example', at: monday })
  colleague = await signedInAs(database, { partnership: id, roles: ['broker'], name: 'Mina Example', at: monday })
  stranger = await signedInAs(database, { partnership: other.partnership.id, roles: ['broker'], at: monday })
})
afterAll(async () => {
  if (database) endLiveEvents(database)
  await database?.close()
})

/** Some time later, to somebody who was at work all the while. */
async function later(at: Date): Promise<Somebody> {
  now = at
  onTestFinished(() => {
    now = monday
  })
  return signedInAs(database, { partnership: world.partnership.id, roles: ['broker'], at })
}

const desk = (query = '', who: Somebody = broker) =>
  app.request(`/${world.partnership.slug}/desk${query}`, { headers: who.headers })
const press = (fields: Record<string, string>, who: Somebody = broker, query = '') =>
  app.request(`/${world.partnership.slug}/desk${query}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const current = async (id: string) => {
  const found = await world.act((db) => packageBy(db, world.partnership.id, { id: id as never }, '2026-11-23'))
  if (!found) throw new Error('gone')
  return found
}
const seen = async (id: string) => ({ package: id, version: String((await current(id)).version) })
/** The text of a page as it is read. */
const read = async (response: Response) =>
  (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', '’')

test('an empty desk says what would be there', async () => {
  const response = await desk()
  expect(response.status).toBe(200)
  expect(await read(response)).toContain('Packages to be placed appear here')
})

test('a discharge that nobody was asked for is to be acted on, one button sends the offers, and the clock stands first', async () => {
  const care = await world.askPackage({ origin: 'hospital', readyAt: new Date('2026-11-20T09:00:00Z') })
  const before = await read(await desk())
  expect(before).toMatch(/Act now 1: .* Nobody asked .* Hospital, day 4 .* 7 h 7 days Not asked yet Send offers/)
  const sent = await press({ do: 'send', ...(await seen(care.id)) })
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    `/${world.partnership.slug}/desk?done=send.${care.reference}`,
  ])
  const after = await read(await desk(`?done=send.${care.reference}`))
  expect(after).toContain(`Offers are out for ${care.reference}.`)
  expect(after).toMatch(/With providers 1: a clock runs 3 h left .* Step 1: lot lead/)
  expect(after).toMatch(/1 offers with providers/)
})

test('of two brokers with the same page, one sends and the other is told; a package taken says who has it', async () => {
  const care = await world.askPackage()
  const old = await seen(care.id)
  expect((await press({ do: 'take', ...old })).status).toBe(303)
  const late = await press({ do: 'take', ...old }, colleague)
  expect(late.status).toBe(409)
  expect(await read(late)).toContain(`${care.reference}: Aileen Example has this package now.`)
  const second = await press({ do: 'send', ...old }, colleague)
  expect(second.status).toBe(409)
  expect(await read(second)).toContain('Aileen Example has it.')
  const both = await Promise.all(
    [broker, colleague].map(async (who) => press({ do: 'send', ...(await seen(care.id)) }, who)),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
})

test('a late answer, a question and an exhausted rule stand among what is to be acted on, each with its own next thing', async () => {
  const [late, asking, tried] = [await world.askPackage(), await world.askPackage(), await world.askPackage()]
  for (const care of [late, asking, tried])
    expect((await press({ do: 'send', ...(await seen(care.id)) })).status).toBe(303)
  const system = world.system
  const answer = (offerId: string, said: object, who: { readonly id: string }, at: Date) =>
    asActor(database, system, (db) =>
      answerOffer(db, world.providerOf(who as never), {
        partnershipId: world.partnership.id,
        offerId: offerId as never,
        answer: said as never,
        at,
      }),
    )
  const offersOf = (id: string) => world.act((db) => offersOfPackage(db, world.partnership.id, id as never))
  const [question] = await offersOf(asking.id)
  await answer(question?.id ?? '', { kind: 'ask', words: 'Is there parking?' }, world.lead, minutesOn(5))
  for (let turn = 0; turn < 6; turn += 1) {
    const open = (await offersOf(tried.id)).filter(({ state }) => state === 'open')
    for (const offer of open)
      await answer(
        offer.id,
        { kind: 'decline', reason: 'no-capacity-area', words: '' },
        { id: offer.organisationId },
        minutesOn(6 + turn),
      )
  }
  const afternoon = await later(minutesOn(200))
  const text = await read(await desk('?group=act', afternoon))
  expect(text).toMatch(/20 min late 20 minutes late, answer was due 13:00/)
  expect(text).toContain('has not answered Ask who is next')
  expect(text).toMatch(/Paused question from provider/)
  expect(text).toContain('asks something Answer question')
  expect(text).toMatch(/No steps left .* All steps tried 5 asked Record as unmet/)
  expect((await press({ do: 'next', ...(await seen(late.id)) }, afternoon)).status).toBe(303)
  expect((await offersOf(late.id)).map(({ state }) => state)).toEqual(['lapsed', 'open'])
  const again = await press({ do: 'next', ...(await seen(late.id)) }, afternoon)
  expect([again.status, await read(again)]).toEqual([409, expect.stringContaining('No answer is late any more.')])
})

test('what was taken over as waiting and what was given back say since when and why, and are counted', async () => {
  const rows = [
    // Nobody could; looked at again on a day that is over.
    'T-1,morning 30,,,,,,no-capacity-area,2026-11-16,community',
    // The same, looked at again later: not on the desk until then.
    'T-3,morning 30,,,,,,no-capacity-area,2026-12-16,community',
    // Given back: care goes on until the day before.
    `T-2,morning 30,${world.lead.name},,2026-07-07,2026-11-16,2026-12-13,,,hospital`,
  ].map((row) => {
    const [who, visits, by, given, start, notice, last, because, review, origin] = row.split(',')
    return `${who},Person ${who},1 Example Street,ZZ1 1AB,Care at home,${world.area},critical,meals,Stay at home,2026-07-01,2026-07-05,2026-07-08,${visits},${by},${given},${start},${notice},${last},${because},${review},${origin}`
  })
  const head =
    'person,name,address,postcode,service,area,level,needs,outcomes,assessed,ready,start_by,visits,provider,given,start,notice,last_day,waits_because,review,origin'
  const file = fileInMemory('taken.csv', new TextEncoder().encode([head, ...rows].join('\n')))
  expect(await importPackages(database, world.partnership, file, { at: monday })).toMatchObject({ added: 3 })
  const text = await read(await desk('?group=act'))
  expect(text).toMatch(/Review due on 16 November 2026 .* Asked before it was taken over Review/)
  expect(text).toMatch(/Given back care until 13 December 2026 .* Not asked yet Send offers/)
  expect(text).toMatch(/ [1-9]\d* packages? unmet now/)
  expect(await read(await desk())).toMatch(/ on the desk shown\. 1 more is unmet until looked at again\./)
  expect(text).not.toContain('until looked at again')
  // Whoever had care since is not waiting in hospital.
  expect(text).not.toContain('Hospital, day 142')
  const [, reference = ''] =
    /Given back[\s\S]*?\/packages\/([^"/]+)"/.exec(await (await desk('?group=act')).text()) ?? []
  const page = await read(
    await app.request(`/${world.partnership.slug}/packages/${reference}`, { headers: broker.headers }),
  )
  for (const words of [
    'Waiting Not yet: care until 13 December 2026',
    'Taken over into this register',
    `${world.lead.name} gives the care`,
  ])
    expect(page).toContain(words)
})

test('what a provider took on stands under its start, and the start is confirmed on its day', async () => {
  const care = await world.askPackage({ startBy: '2026-11-24' })
  await press({ do: 'send', ...(await seen(care.id)) })
  const [offer] = await world.act((db) => offersOfPackage(db, world.partnership.id, care.id))
  const accepted = await asActor(database, world.system, (db) =>
    answerOffer(db, world.providerOf(world.lead), {
      partnershipId: world.partnership.id,
      offerId: offer?.id as never,
      answer: { kind: 'accept', startOn: '2026-11-24' },
      at: minutesOn(10),
    }),
  )
  expect(accepted).toMatchObject({ outcome: 'done' })
  expect(await read(await desk('?group=start'))).toMatch(
    /Starting this week 1: agreed with a provider Tue 24 Nov .* Placed at step 1/,
  )
  const nextDay = await later(new Date('2026-11-24T12:00:00Z'))
  const page = await (await desk('?group=start', nextDay)).text()
  const placement = /name="placement" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const confirmed = await press({ do: 'start', ...(await seen(care.id)), placement }, nextDay)
  expect(confirmed.status).toBe(303)
  expect(await read(await desk('?group=start', nextDay))).toContain('Nothing on the desk is as you asked')
})

test('the desk is narrowed by broker, area and needs, and awkward questions are answered as if they were not asked', async () => {
  const mine = await read(await desk('?broker=mine'))
  expect(mine).toContain('Mine')
  for (const query of [
    '?broker=none',
    `?area=${world.area}`,
    '?needs=dementia',
    '?group=with&page=99',
    '?broker=x&area=nowhere&page=-1',
    '?done=send.<b>',
  ]) {
    expect((await desk(query)).status).toBe(200)
  }
})

test('others’ desks are not found, and who may not place sees no button', async () => {
  expect((await desk('', stranger)).status).toBe(404)
  const manager = await signedInAs(database, { partnership: world.partnership.id, roles: ['care-manager'], at: monday })
  const page = await (await desk('', manager)).text()
  expect(page).not.toContain('name="do"')
  expect((await press({ do: 'send', package: world.partnership.id, version: '1' }, manager)).status).toBe(403)
  expect((await press({ do: 'send', package: 'x', version: '1' })).status).toBe(422)
  expect((await press({ do: 'send', package: world.partnership.id, version: '1' })).status).toBe(404)
})

test('however much is on the desk, it takes as many queries', async () => {
  const count = async () => (await countingQueries(async () => desk())).queries
  const before = await count()
  for (let more = 0; more < 8; more += 1) await world.askPackage({ lines: sampleLines() })
  expect(await count()).toBe(before)
  expect(before).toBeLessThanOrEqual(12)
})

test('an open desk hears of a change by itself, without a name in what it hears', async () => {
  const page = await (await desk()).text()
  const live = /data-live="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const response = await app.request(live, { headers: broker.headers })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('retry: 3000\n\n')
  const care = await world.askPackage()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect((await press({ do: 'send', ...(await seen(care.id)) })).status).toBe(303)
  expect((await reader?.read())?.value).toMatch(/^id: [0-9a-f]+\ndata: changed\n\n$/)
  await reader?.cancel()
})
