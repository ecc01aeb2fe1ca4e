import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { MercatError } from '../../../core/errors/index.ts'
import { type Id, londonDate, randomOf } from '../../../core/values/index.ts'
import { working } from '../../commands/work.ts'
import { openRound } from '../../offers/commands/open-round.ts'
import { requestPackages } from '../../requests/commands/request-packages.ts'
import { packageBy } from '../../requests/queries/package.ts'
import { countUnmet } from '../../unmet/commands/count-unmet.ts'
import { newAgenda } from '../agenda.ts'
import { inventedRequest } from '../invented-request.ts'
import { weekGround } from '../queries/week-ground.ts'
import { waitingNow } from '../queries/week-stand.ts'
import { deskMinutesAfter, sendingAfter, weekCourse } from '../week-course.ts'
import { changeCare, turnDay } from './change-care.ts'
import { endPlayed, keepPlayed } from './keep-played.ts'
import { lookAround } from './look-around.ts'
import type { Playing, WeekAsked, WeekTally } from './playing.ts'

/**
 * Plays the last working days up to now: invented care managers ask, a broker presses the one button, invented providers
 * answer through their door, and what falls due does so by the played clock. The same seed on the same data plays the same.
 */
export async function playWeek(database: Database, asked: WeekAsked): Promise<WeekTally> {
  const { partnership, until, days, aDay, seed } = asked
  if (!partnership.demonstration)
    throw new MercatError('invalid', `${partnership.title} is no demonstration: days are played only in those.`)
  const system = systemActor(partnership.id)
  const ground = await asActor(database, system, (db) => weekGround(db, partnership, until))
  if (ground.grounds.length === 0)
    throw new MercatError(
      'invalid',
      `${partnership.title} has no packages under a rule to play on.`,
      'Run mercat demo load first.',
    )
  const course = weekCourse(randomOf(`${seed} course`), ground.calendar, { days, aDay, until })
  const tally: WeekTally = {}
  const playing: Playing = {
    ...asked,
    ...{ database, ground, course },
    agenda: newAgenda(),
    inHand: new Set(),
    act: (actor, work) => asActor(database, actor, work),
    tell: (at, what) => {
      tally[what] = (tally[what] ?? 0) + 1
      asked.onHappening?.(at, what)
    },
  }
  await putRequests(playing)
  await putDays(playing)
  try {
    await play(playing)
  } finally {
    await endPlayed(database, partnership.id)
  }
  await countUnmet(database, partnership.id, until)
  return tally
}

async function play(playing: Playing): Promise<void> {
  const { database, partnership, agenda, until, come, now, stopped = () => false } = playing
  for (let next = agenda.next(); next && next.at <= until && !stopped(); next = agenda.next()) {
    await come(next.at)
    await keepPlayed(database, partnership.id, next.at, now())
    await next.happens(next.at)
    await lookAround(playing, next.at)
  }
}

/** Of so many who waited before the days played, the broker sends offers on their first day. */
const mostWaiting = 40

/** Care managers ask, and the broker sends offers a little later; also for those who waited before. */
async function putRequests(playing: Playing): Promise<void> {
  const { agenda, course, ground, seed, partnership } = playing
  for (const [index, at] of course.requests.entries()) {
    const random = randomOf(`${seed} request ${index}`)
    agenda.put(at, async () => {
      const asked = inventedRequest(random, random.weighted(ground.grounds), {
        number: ground.people + index + 1,
        prefix: partnership.slug.slice(0, 3).toUpperCase(),
        level: ground.level,
        at,
      })
      const { manager } = playing.people
      const outcome = await playing.act(manager, (db) =>
        working({ db, partnershipId: partnership.id, actor: manager, at }, (work) => requestPackages(work, asked)),
      )
      if (outcome.outcome === 'refused') throw new Error(outcome.problems.map(({ sentence }) => sentence).join(' '))
      playing.tell(at, 'asked')
      for (const { id } of outcome.packages)
        putSending(playing, id, sendingAfter(course, ground.calendar, at, random.between(3, 40)))
    })
  }
  const random = randomOf(`${seed} waiting`)
  const waiting = await playing.act(systemActor(partnership.id), (db) =>
    waitingNow(db, partnership.id, course.from, mostWaiting),
  )
  for (const { id } of waiting)
    putSending(playing, id, deskMinutesAfter(ground.calendar, course.from, random.between(5, 240)))
}

/** The one button. */
function putSending(playing: Playing, packageId: Id, sendAt: Date): void {
  const { partnership, people } = playing
  const partnershipId = partnership.id
  playing.agenda.put(sendAt, async (at) => {
    const opened = await playing.act(people.broker, async (db) => {
      const of = await packageBy(db, partnershipId, { id: packageId }, londonDate(at))
      return of && openRound(db, people.broker, { partnershipId, packageId, version: of.version, at })
    })
    playing.tell(at, opened?.outcome === 'done' ? 'sent' : 'not sent')
  })
}

/** Each morning the day turns, and some of what is given changes. */
async function putDays(playing: Playing): Promise<void> {
  const { agenda, course, until } = playing
  const day = 86_400_000
  const midnight = new Date(`${londonDate(course.from)}T00:05:00Z`).getTime()
  for (let at = midnight; at <= until.getTime(); at += day) {
    const turns = new Date(at)
    if (turns >= course.from) agenda.put(turns, (now) => turnDay(playing, now))
    agenda.put(deskMinutesAfter(playing.ground.calendar, turns, 90), (now) => changeCare(playing, now))
  }
}
