import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { MercatError, notFound } from '../../core/errors/index.ts'
import { fileByDigest, largestFile } from '../../core/files/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { fileName } from '../../core/importing/forms.ts'
import { isId, londonDate } from '../../core/values/index.ts'
import { changeKinds } from '../change-kind.ts'
import { doneWords } from '../changes/change-words.ts'
import { contractAt } from '../queries/contract.ts'
import { type AsAt, readAsAt } from './as-at.ts'
import { attachment } from './attachment.ts'
import { addDocument } from './commands/add-document.ts'
import { mediaTypeOf } from './contract-document.ts'
import { asAtQuery, type DocumentMistake, type DocumentTyped, fileTrouble, readDocument } from './forms.ts'
import { contractPath } from './paths.ts'
import { contractContent } from './queries/contract-content.ts'
import { documentOf } from './queries/documents.ts'
import { ContractPage } from './views/contract-page.tsx'

/** A file of the largest size with what is said of it; above that it is refused before it is read. */
const largestBody = largestFile + 1024 * 1024

/** References are in capitals, so that no word of an address is taken for one. */
const contract = '/:partnership/contracts/:reference{[A-Z]+-CON-[0-9]+}' as const

/** One contract as a page, and its documents as files. */
export const contractRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get(contract, declare('contracts.read', 'contracts.contract'), (c) => showContract(c))
    .get(`${contract}/documents/:document`, declare('contracts.read', 'contracts.document'), sendDocument)
    .post(
      `${contract}/documents`,
      declare('contracts.write', 'contracts.add-document', { body: largestBody }),
      takeDocument,
    )

interface Returned {
  readonly typed: DocumentTyped
  readonly mistakes: readonly DocumentMistake[]
}

async function showContract(c: MercatContext, returned?: Returned): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const asked = asAtQuery.parse(c.req.query())
  const read = readAsAt(asked, today)
  const time: AsAt = 'problem' in read ? { on: today } : read
  const problem = 'problem' in read ? read.problem : undefined
  const content = await asActor(c.var.database, actor, (db) =>
    contractContent(db, partnership, c.req.param('reference') ?? '', time),
  )
  if (!content) {
    throw notFound('This contract', asked.known ? 'It may not have been known then.' : undefined)
  }
  const newVersionOf = content.documents.find(({ latest }) => latest.id === c.req.query('document'))?.latest
  return page(
    c,
    <ContractPage
      {...content}
      partnership={partnership}
      asked={asked}
      problem={problem}
      on={time.on}
      today={today}
      notice={noticeOf(c.req.query('done'))}
      mayWrite={may(actor, 'contracts.write')}
      typed={returned?.typed ?? { kind: newVersionOf?.kind ?? '', title: newVersionOf?.title ?? '', holdsFrom: {} }}
      mistakes={returned?.mistakes ?? []}
    />,
    problem || returned ? 422 : 200,
  )
}

function noticeOf(done: string | undefined): string | undefined {
  if (done === 'document') return 'The document is kept.'
  const kind = changeKinds.find((one) => one === done)
  return kind && `${doneWords[kind]}.`
}

async function takeDocument(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const sent = await c.req.formData().catch(() => {
    throw new MercatError('wrong-media-type', 'This address takes what its form sends, and this is something else.')
  })
  const text = (name: string) => {
    const value = sent.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const typed: DocumentTyped = {
    kind: text('kind'),
    title: text('title'),
    holdsFrom: Object.fromEntries(
      ['day', 'month', 'year'].map((part) => [`holdsFrom-${part}`, text(`holdsFrom-${part}`)]),
    ),
  }
  const found = sent.get('file')
  const file = found instanceof File ? found : undefined
  const said = readDocument(typed)
  const trouble = fileTrouble(file)
  const mediaType = mediaTypeOf(file?.name ?? '')
  if ('mistakes' in said || trouble || !file || !mediaType) {
    const mistakes = 'mistakes' in said ? said.mistakes : []
    const more = trouble ? [{ field: 'file' as const, sentence: trouble }] : []
    return showContract(c, { typed, mistakes: [...mistakes, ...more] })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reference = c.req.param('reference') ?? ''
  const at = c.var.clock.now()
  await asActor(c.var.database, actor, async (db) => {
    const found = await contractAt(db, partnership.id, { reference }, { on: londonDate(at) })
    if (found?.stage !== 'awarded') throw notFound('This contract')
    const document = { ...said.read, name: fileName(file).slice(-120), mediaType, bytes }
    await addDocument(db, actor, { partnership, contractId: found.id, document, at })
  })
  return c.redirect(`${contractPath(partnership.slug, reference)}?done=document#documents`, 303)
}

async function sendDocument(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const id = c.req.param('document') ?? ''
  const { bytes, name, mediaType } = await asActor(c.var.database, actor, async (db) => {
    const document = isId(id) ? await documentOf(db, partnership.id, c.req.param('reference') ?? '', id) : undefined
    if (!document) throw notFound('This document')
    return { ...document, bytes: (await fileByDigest(db, document.digest)).bytes }
  })
  return c.body(new Uint8Array(bytes), 200, attachment({ name, mediaType }))
}
