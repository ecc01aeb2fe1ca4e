import type { Actor, Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { largestFile } from '../../core/files/index.ts'
import type { MercatContext } from '../../core/http/index.ts'
import { fileName } from '../../core/importing/forms.ts'
import { type Id, londonDate } from '../../core/values/index.ts'
import { addDocument } from '../register/commands/add-document.ts'
import { documentWords, mediaTypeOf } from '../register/contract-document.ts'
import { documentsOf } from '../register/queries/documents.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import type { Sent } from './request-routes.ts'
import { asAsker } from './request-routes.ts'
import type { DocumentChoice } from './views/document-fields.tsx'

/** A file of the largest size with what is typed beside it; above that, it is refused before it is read. */
export const largestForm = largestFile + 1024 * 1024

/** The documents of a contract as a form lists them. */
export async function documentChoices(db: Db, partnershipId: Id, contractId: Id): Promise<DocumentChoice[]> {
  const documents = await documentsOf(db, partnershipId, contractId)
  return documents.map(({ id, kind, title, version }) => ({
    id,
    text: `${documentWords[kind]}: ${title}${version > 1 ? `, version ${version}` : ''}`,
  }))
}

interface Kept {
  readonly typed: Typed
  readonly mistakes: readonly Mistake[]
}

/** Keeps the file that came with a form as a document of the contract, and chooses it: a form that comes back still has it. */
export async function withFileKept(
  c: MercatContext,
  { typed, file }: Pick<Sent, 'typed' | 'file'>,
  {
    partnership,
    actor,
    contractId,
  }: { readonly partnership: Partnership; readonly actor: Actor; readonly contractId: Id },
): Promise<Kept> {
  if (!file) return { typed, mistakes: [] }
  const name = fileName(file)
  const mediaType = mediaTypeOf(name)
  const trouble =
    file.size === 0
      ? `${name} is empty.`
      : file.size > largestFile
        ? `${name} is larger than 64 MiB, the most that is kept in one file.`
        : mediaType === undefined
          ? `${name} is no document that can be kept: send a PDF, a Word, OpenDocument or spreadsheet file, or a picture.`
          : undefined
  if (trouble || mediaType === undefined) return { typed, mistakes: [{ field: 'file', sentence: trouble ?? '' }] }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const at = c.var.clock.now()
  const id = await asAsker(c, (db) =>
    addDocument(db, actor, {
      partnership,
      contractId,
      document: {
        kind: 'decision',
        title: name.replace(/\.[a-z]+$/i, ''),
        name,
        mediaType,
        bytes,
        holdsFrom: londonDate(at),
      },
      at,
    }),
  )
  return { typed: { ...typed, document: [id] }, mistakes: [] }
}

/** The document that a form chose, when it is one of the contract's. */
export const documentIn = (typed: Typed, documents: readonly DocumentChoice[]): Id | null =>
  documents.find(({ id }) => id === first(typed, 'document'))?.id ?? null
