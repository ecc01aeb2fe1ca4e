import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { declare, liveAddress, liveEvents, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { newId } from '../../core/values/index.ts'
import { sectionDraft } from '../queries/drafts.ts'
import type { FormMistake } from './blocks-of-form.ts'
import { saveForm } from './commands/save-form.ts'
import { act, type FormAction, readAction } from './form-action.ts'
import { formBlockOf } from './form-block.ts'
import { type Field, readForm } from './form-fields.ts'
import { focusAfter } from './form-focus.ts'
import { editorPath, eventsPath, othersPath, previewPath } from './paths.ts'
import { conflictNames } from './queries/conflict-names.ts'
import { editorContent, figuresPlaced, savedByOthers } from './queries/editor-content.ts'
import { figureLook } from './queries/figure-look.ts'
import { writerNames } from './queries/writer-names.ts'
import { fieldsSent, type SectionRequest, sectionRequest } from './request-routes.ts'
import { readChoices } from './resolve-conflicts.ts'
import type { SectionForm } from './section-form.ts'
import { isOutcome, type Outcome, savedText, standingText } from './standing.ts'
import { ConflictPage } from './views/conflict-page.tsx'
import { EditorPage } from './views/editor-page.tsx'
import { OthersPage } from './views/others-region.tsx'

/** 150,000 characters as a form sends them, thrice over: so much is answered with what is too long, and not refused unread. */
const largestForm = 4 * 1024 * 1024

/** The form in which a section is written, and the news of what others save meanwhile. */
export const editorRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/write/:section', declare('statement.write', 'write.section'), (c) => {
      const done = c.req.query('done')
      const since = Number(c.req.query('since') ?? Number.NaN)
      return showEditor(c, {
        outcome: isOutcome(done) ? done : undefined,
        ...(Number.isInteger(since) ? { since } : {}),
      })
    })
    .post(
      '/:partnership/write/:section',
      declare('statement.write', 'write.section-change', { body: largestForm }),
      async (c) => {
        const fields = await fieldsSent(c)
        const form = readForm(fields, newId())
        const asked = fields.findLast(([name]) => name === 'do')?.[1] ?? ''
        if (asked === 'save' || asked === 'preview') return save(c, form, fields, asked === 'preview')
        const action = readAction(asked)
        if (action?.do === 'look') return showEditor(c, { form, looking: { action, fields }, focus: 'q' })
        if (!action) return showEditor(c, { form })
        return showEditor(c, { form: act(form, action, newId), focus: focusAfter(form, action) })
      },
    )
    .get('/:partnership/write/:section/events', declare('statement.write', 'write.section-events'), (c) => {
      const { partnership, actor, section } = sectionRequest(c)
      return liveEvents(c, `write ${partnership.id} ${section}`, () =>
        asActor(c.var.database, actor, async (db) => String((await sectionDraft(db, partnership.id, section)).version)),
      )
    })
    .get('/:partnership/write/:section/others', declare('statement.write', 'write.section-others'), async (c) => {
      const request = sectionRequest(c)
      const { partnership, actor, section } = request
      const since = Number(c.req.query('since') ?? 0) || 0
      const saved = await asActor(c.var.database, actor, async (db) => {
        const others = await savedByOthers(db, actor, partnership, section, since)
        const names = await writerNames(db, others)
        return others.map((one) => savedText(one, names))
      })
      return page(
        c,
        <OthersPage partnership={partnership} section={section} {...liveRegion(request, since, since)} saved={saved} />,
      )
    })

interface Shown {
  /** What was typed; without it the words stand as they were last saved. */
  readonly form?: SectionForm
  readonly mistakes?: readonly FormMistake[]
  readonly focus?: string
  readonly looking?: { readonly action: Extract<FormAction, { do: 'look' }>; readonly fields: readonly Field[] }
  readonly outcome?: Outcome | undefined
  readonly since?: number
}

async function showEditor(c: MercatContext, shown: Shown): Promise<Response> {
  const request = sectionRequest(c)
  const { partnership, actor, section } = request
  const { mistakes = [], focus = null, looking, outcome, since } = shown
  const view = await asActor(c.var.database, actor, async (db) => {
    const content = await editorContent(db, actor, partnership, section, shown.form?.base ?? since)
    const { draft, others, names, sources } = content
    const form = shown.form ?? formOf(draft)
    const picker = looking ? await figureLook(db, partnership, section, looking.action, looking.fields) : undefined
    const figures = picker ? new Map() : await figuresPlaced(db, partnership, form.blocks, sources)
    return (
      <EditorPage
        partnership={partnership}
        section={section}
        writing={{
          slug: partnership.slug,
          form,
          figures,
          sources,
          mistakes,
          focus,
        }}
        standing={standingText(outcome, draft, others, names)}
        unsaved={shown.form !== undefined}
        picker={picker}
        others={{
          ...liveRegion(request, form.base, draft.version),
          saved: shown.form ? others.map((one) => savedText(one, names)) : [],
        }}
      />
    )
  })
  return page(c, view, mistakes.length > 0 ? 422 : 200)
}

const formOf = ({
  version,
  blocks,
}: {
  version: number
  blocks: Parameters<typeof formBlockOf>[0][] | readonly Parameters<typeof formBlockOf>[0][]
}): SectionForm => ({
  base: version,
  next: newId(),
  blocks: blocks.map(formBlockOf),
  removed: [],
  citing: null,
})

const liveRegion = ({ partnership: { slug }, section }: SectionRequest, base: number, seen: number) => ({
  live: liveAddress(eventsPath(slug, section), String(seen)),
  from: othersPath(slug, section, base),
})

async function save(
  c: MercatContext,
  form: SectionForm,
  fields: readonly Field[],
  preview: boolean,
): Promise<Response> {
  const { partnership, actor, section } = sectionRequest(c)
  const sent = fields.find(([name]) => name === '_against')?.[1] ?? ''
  const against = /^\d{1,9}$/.test(sent) ? Number(sent) : undefined
  const chosen = readChoices(fields)
  const at = c.var.clock.now()
  const { saving, page: conflict } = await asActor(c.var.database, actor, async (db) => {
    const saved = await saveForm(db, actor, { partnership, section, form, against, chosen, at })
    return {
      saving: saved,
      page: saved.outcome === 'conflict' ? await conflictNames(db, actor, partnership, section, saved) : undefined,
    }
  })
  if (saving.outcome === 'mistakes') return showEditor(c, { form, mistakes: saving.mistakes })
  if (saving.outcome === 'conflict' && conflict) {
    const { form: mine, conflicts, theirVersion, incomplete } = saving
    return page(
      c,
      <ConflictPage
        partnership={partnership}
        section={section}
        form={mine}
        theirVersion={theirVersion}
        conflicts={conflicts}
        chosen={incomplete ? chosen : new Map()}
        incomplete={incomplete}
        {...conflict}
      />,
      incomplete ? 422 : 409,
    )
  }
  const { slug } = partnership
  if (preview) return c.redirect(previewPath(slug, section), 303)
  return c.redirect(`${editorPath(slug, section)}?done=${saving.outcome}&since=${form.base}`, 303)
}
