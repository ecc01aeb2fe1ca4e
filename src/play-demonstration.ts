import { application } from './app.tsx'
import { makeKey, type ProviderDoor, playWeek, revokeKey, type WeekTally } from './brokerage/index.ts'
import type { Partnership } from './core/auth/index.ts'
import type { Config } from './core/config/index.ts'
import type { Database } from './core/db/index.ts'
import { MercatError } from './core/errors/index.ts'
import type { Log } from './core/log/index.ts'
import type { Clock, Id } from './core/values/index.ts'
import { demonstrationProviders, demonstrationStaff } from './demonstration-people.ts'

/** How fast days are played: so many times faster than they went, or without a pause. */
export type Speed = number | 'max'

/** What is to be played, where. */
export interface PlayAsked {
  readonly partnership: Partnership
  readonly days: number
  readonly speed: Speed
  readonly seed: string
  /** Requests a working day; the usual number when left out. */
  readonly aDay?: number
  readonly onHappening?: (at: Date, what: string) => void
}

interface Around {
  readonly database: Database
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
}

/** Requests on a working day. */
const usually = 9

/** Plays the last working days of a demonstration up to now; its providers answer through the interface for programs, with keys that end with the play. */
export async function playDemonstration(around: Around, asked: PlayAsked): Promise<WeekTally> {
  const { database, clock } = around
  const { partnership, speed } = asked
  const until = clock.now()
  const played = playedClock(until, asked.days, speed)
  const door = apiDoor(around, partnership, played.clock)
  try {
    return await playWeek(database, {
      ...asked,
      aDay: asked.aDay ?? usually,
      until,
      people: await demonstrationStaff(database, partnership, until),
      door,
      come: played.come,
      now: () => clock.now(),
    })
  } finally {
    await door.close()
  }
}

/** A clock that is moved to each moment, after the pause that the speed asks for. */
function playedClock(until: Date, days: number, speed: Speed) {
  let at = new Date(until.getTime() - days * 86_400_000)
  return {
    clock: { now: () => at },
    come: async (moment: Date) => {
      const pause = speed === 'max' ? 0 : (moment.getTime() - at.getTime()) / speed
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
      at = moment
    },
  }
}

/** The interface for programs, in this process, on the played clock: each provider with a key, from a network of its own. */
function apiDoor(
  { database, config, log }: Around,
  partnership: Partnership,
  clock: Clock,
): ProviderDoor & { close(): Promise<void> } {
  const app = application(
    { database, clock, log, config: { ...config, trustedProxies: 1 } },
    { ready: true, doing: '', progress: null },
    async () => {},
  )
  const providers = demonstrationProviders(database, partnership, clock.now())
  const keys = new Map<Id, { token: string; id: Id; network: number }>()
  const keyOf = async (organisationId: Id) => {
    const known = keys.get(organisationId)
    if (known) return known
    const made = await makeKey(database, await providers(organisationId), { name: 'Played days', at: clock.now() })
    if (made.outcome === 'refused') throw new MercatError('conflict', made.sentence)
    const key = { ...made, network: keys.size + 1 }
    keys.set(organisationId, key)
    return key
  }
  const call = async (organisationId: Id, path: string, body?: unknown) => {
    const { token, network } = await keyOf(organisationId)
    return app.request(`/api/v1/offers/${partnership.slug}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.${Math.floor(network / 200)}.${(network % 200) + 1}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
  return {
    see: async ({ organisationId, reference }) => {
      const answer = await call(organisationId, reference)
      if (answer.status !== 200) throw new Error(`An offer could not be read: ${await answer.text()}`)
      const offer = (await answer.json()) as SeenThere
      return live.includes(offer.state) ? offer : undefined
    },
    answer: async ({ organisationId, reference }, body) => {
      const answer = await call(organisationId, `${reference}/answers`, body)
      if (answer.status === 200) return { taken: true }
      if (answer.status !== 409) throw new Error(`An answer was not understood: ${await answer.text()}`)
      return { taken: false, sentence: ((await answer.json()) as { error: string }).error }
    },
    close: async () => {
      for (const [organisationId, { id }] of keys)
        await revokeKey(database, await providers(organisationId), { id, at: clock.now() })
    },
  }
}

type SeenThere = Awaited<ReturnType<ProviderDoor['see']>> & { readonly state: string }

const live = ['open', 'asked', 'proposed']
