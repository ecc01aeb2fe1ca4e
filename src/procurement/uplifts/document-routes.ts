import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { fileByDigest, keepFile } from '../../core/files/index.ts'
import { type MercatContext, staffPartnership } from '../../core/http/index.ts'
import { fileName } from '../../core/importing/forms.ts'
import type { Mistake, Typed } from '../changes/forms/typed.ts'
import type { Sent } from '../changes/request-routes.ts'
import { asAsker } from '../changes/request-routes.ts'
import { attachment } from '../register/attachment.ts'
import { mediaTypeOf } from '../register/contract-document.ts'
import { fileTrouble } from '../register/forms.ts'
import { upliftRound } from './queries/rounds.ts'

interface Kept {
  readonly typed: Typed
  readonly mistakes: readonly Mistake[]
}

/** Keeps the file that came with the form of a round, and names it there: a form that comes back still has it. */
export async function withDocumentKept(c: MercatContext, { typed, file }: Sent): Promise<Kept> {
  if (!file) return { typed, mistakes: [] }
  const { partnership } = staffPartnership(c)
  const name = fileName(file).slice(-120)
  const mediaType = mediaTypeOf(name)
  const trouble = fileTrouble(file)
  if (trouble || !mediaType) return { typed, mistakes: [{ field: 'file', sentence: trouble ?? '' }] }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { digest } = await asAsker(c, (db) =>
    keepFile(db, { name, mediaType, bytes, partnershipId: partnership.id, at: c.var.clock.now() }),
  )
  return { typed: { ...typed, documentName: [name], documentDigest: [digest] }, mistakes: [] }
}

/** The document that a round stands on, as a file. */
export async function sendDocument(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { document, bytes } = await asActor(c.var.database, actor, async (db) => {
    const round = await upliftRound(db, partnership.id, c.req.param('reference') ?? '')
    if (!round?.document) throw notFound('This document')
    return { document: round.document, bytes: (await fileByDigest(db, round.document.digest)).bytes }
  })
  return c.body(new Uint8Array(bytes), 200, attachment(document))
}
