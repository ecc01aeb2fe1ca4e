import { type Command, InvalidArgumentError } from 'commander'
import { allPartnerships, partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import { MercatError } from '../core/errors/index.ts'
import { longDate } from '../core/ui/format.ts'
import { londonDate } from '../core/values/index.ts'
import { playDemonstration, type Speed } from '../play-demonstration.ts'
import { type CommandContext, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'
import { progressBar } from './progress.ts'

interface Options {
  days: number
  speed: Speed
  seed: string
  partnership?: string
  json?: boolean
}

/** `mercat demo run`: the last working days of a demonstration, played up to now. */
export function addPlay(family: Command, context: CommandContext): void {
  family
    .command('run')
    .description('Play its last working days up to now: care is asked for, offered, accepted and declined.')
    .option('--days <number>', 'how many working days', days, 5)
    .option('--speed <times>', 'how many times faster than it went, or max', speed, 600)
    .option('--seed <words>', 'what chance begins with: the same words play the same', 'mercat')
    .option(
      '--partnership <name>',
      'one of the demonstration, as in its address; the first with packages when left out',
    )
    .option('--json', 'print the result as one JSON document')
    .action(async ({ partnership: slug, json, ...asked }: Options) => {
      const database = await migratedDatabase(context)
      const partnership = await playedPartnership(database, slug)
      const until = context.clock.now()
      const draw = progressBar(context.io)
      const from = until.getTime() - asked.days * 1.4 * 86_400_000
      const happened = await playDemonstration(
        { database, clock: context.clock, config: context.config(), log: context.log() },
        {
          ...asked,
          partnership,
          onHappening: (at) => {
            const share = (at.getTime() - from) / (until.getTime() - from)
            draw(Math.min(0.99, Math.max(0, share)), longDate(londonDate(at)))
          },
        },
      )
      draw(1, 'played')
      const count = (what: string) => happened[what] ?? 0
      say(
        context,
        json ? { json } : {},
        { partnership: partnership.slug, ...asked, until: until.toISOString(), happened },
        `${asked.days} days of ${partnership.title} are played: ${count('asked')} packages asked for, ${count('accept') + count('accept-part')} offers accepted, ${count('decline')} declined, ${count('lapsed')} lapsed.`,
      )
    })
}

async function playedPartnership(database: Database, slug: string | undefined) {
  return asActor(database, publicActor, async (db) => {
    if (slug !== undefined) return partnershipBySlug(db, slug)
    const standing = (await allPartnerships(db)).filter(({ demonstration }) => demonstration)
    const found = standing.find((one) => one.slug === 'west-lothian') ?? standing[0]
    if (!found) throw new MercatError('not-found', 'No demonstration is loaded.', 'Run mercat demo load first.')
    return found
  })
}

function days(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 20)
    throw new InvalidArgumentError('It must be a whole number of days from 1 to 20.')
  return count
}

function speed(text: string): Speed {
  if (text === 'max') return text
  const times = Number(text)
  if (!Number.isFinite(times) || times < 1) throw new InvalidArgumentError('It must be 1 or more, or max.')
  return times
}
