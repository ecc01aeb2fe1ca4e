import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatEnv, page } from '../../core/http/index.ts'
import { restoreVersion } from '../commands/restore-version.ts'
import { compareBlocks } from '../compare-blocks.ts'
import { sectionDraft, sectionHistory, sectionVersion } from '../queries/drafts.ts'
import { historyQuery } from './forms.ts'
import { historyPath } from './paths.ts'
import { namesIn } from './queries/conflict-names.ts'
import { writerNames } from './queries/writer-names.ts'
import { fieldsSent, sectionRequest } from './request-routes.ts'
import { HistoryPage } from './views/history-page.tsx'

/** The versions of a section, compared and restored. */
export const historyRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/write/:section/history', declare('statement.write', 'write.history'), async (c) => {
      const { partnership, actor, section } = sectionRequest(c)
      const { from, to, before, done } = historyQuery.parse(c.req.query())
      const view = await asActor(c.var.database, actor, async (db) => {
        const { version } = await sectionDraft(db, partnership.id, section)
        const { versions, next } = await sectionHistory(db, partnership.id, section, { before })
        const names = await writerNames(db, versions)
        const both =
          from === undefined || to === undefined
            ? undefined
            : [
                await sectionVersion(db, partnership.id, section, from),
                await sectionVersion(db, partnership.id, section, to),
              ]
        const [old, now] = both ?? []
        const compared =
          old && now
            ? {
                from: old.version,
                to: now.version,
                changes: compareBlocks(
                  old.blocks,
                  now.blocks,
                  await namesIn(db, partnership, [...old.blocks, ...now.blocks]),
                ),
              }
            : undefined
        return (
          <HistoryPage
            partnership={partnership}
            section={section}
            versions={versions}
            next={next}
            current={version}
            names={names}
            compared={compared}
            notice={noticeOf(done, version)}
          />
        )
      })
      return page(c, view)
    })
    .post('/:partnership/write/:section/history', declare('statement.write', 'write.restore'), async (c) => {
      const { partnership, actor, section } = sectionRequest(c)
      const asked = (await fieldsSent(c)).find(([name]) => name === 'restore')?.[1] ?? ''
      const version = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : undefined
      if (version === undefined) throw notFound('This version', 'The versions of the section are listed on its page.')
      const at = c.var.clock.now()
      const { outcome } = await asActor(c.var.database, actor, (db) =>
        restoreVersion(db, actor, { partnershipId: partnership.id, section, version, at }),
      )
      return c.redirect(
        `${historyPath(partnership.slug, section)}?done=${outcome === 'saved' ? 'restored' : 'same'}`,
        303,
      )
    })

const noticeOf = (done: string | undefined, version: number): string | undefined =>
  done === 'restored'
    ? `Restored as version ${version}.`
    : done === 'same'
      ? `Version ${version} says the same already, so nothing was added.`
      : undefined
