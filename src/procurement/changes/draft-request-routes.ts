import type { Actor, Partnership } from '../../core/auth/index.ts'
import { type MercatContext, staffPartnership } from '../../core/http/index.ts'
import { attempt } from './attempt-routes.ts'
import { draftMark, keepDraft } from './commands/keep-draft.ts'
import type { DraftContent } from './forms/draft.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import { type Draft, draftByReference } from './queries/drafts.ts'
import { asAsker, type Sent } from './request-routes.ts'

/** The draft that an address names, of the partnership of whoever asks. */
export async function draftOf(
  c: MercatContext,
): Promise<{ partnership: Partnership; actor: Extract<Actor, { kind: 'staff' }>; draft: Draft }> {
  const { partnership, actor } = staffPartnership(c)
  const draft = await asAsker(c, (db) => draftByReference(db, partnership.id, c.req.param('reference') ?? ''))
  return { partnership, actor, draft }
}

/** Keeps a draft; says so when somebody kept the same part after the form was opened. */
export async function keep(
  c: MercatContext,
  content: DraftContent,
  opened?: { readonly sent: Sent; readonly part: unknown },
): Promise<Mistake | undefined> {
  const { partnership, actor, draft } = await draftOf(c)
  if (opened && first(opened.sent.typed, 'mark') !== draftMark(opened.part))
    return {
      sentence: `${draft.changedBy ?? 'A colleague'} changed this part of the draft while you wrote. What you typed is below; save it again to put it in the place of theirs.`,
    }
  const { refused } = await attempt(() =>
    asAsker(c, (db) => keepDraft(db, actor, { partnershipId: partnership.id, draft, content, at: c.var.clock.now() })),
  )
  return refused
}

/** A form of a draft as it is shown again. */
export interface Shown {
  readonly sent: Sent
  readonly typed: Typed
  readonly mistakes?: readonly Mistake[]
  /** When it is now kept on what stands. */
  readonly mark?: string
}

/** What stood in the part of the draft when its form was opened. */
export const markOf = (shown: Shown | undefined, part: unknown): string =>
  shown?.mark ?? (shown ? first(shown.sent.typed, 'mark') : draftMark(part))

/** The status of a page with or without mistakes. */
export const statusOf = (mistakes: readonly Mistake[]) => (mistakes.length > 0 ? 422 : 200)
