import type { Id, IsoDate } from '../../core/values/index.ts'

/** What a document of a contract is. */
export const documentKinds = [
  'specification',
  'conditions',
  'price-list',
  'decision',
  'evidence',
  'report',
  'other',
] as const

export type DocumentKind = (typeof documentKinds)[number]

/** Kinds of document as people read them. */
export const documentWords: { readonly [kind in DocumentKind]: string } = {
  specification: 'Specification',
  conditions: 'Conditions',
  'price-list': 'Price list',
  decision: 'Decision',
  evidence: 'Evidence',
  report: 'Report',
  other: 'Other',
}

/** One version of a document of a contract. */
export interface ContractDocument {
  readonly id: Id
  readonly kind: DocumentKind
  readonly title: string
  /** 1 is the first of its kind and title. */
  readonly version: number
  /** Of the file, as it was uploaded. */
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly digest: string
  readonly holdsFrom: IsoDate
  readonly addedAt: Date
  readonly addedBy: Id | null
}

/** A document with the versions before it. */
export interface VersionedDocument {
  readonly latest: ContractDocument
  /** The newest first. */
  readonly earlier: readonly ContractDocument[]
}

/** Versions put together by kind and title; they come the newest version first. */
export function versioned(documents: readonly ContractDocument[]): readonly VersionedDocument[] {
  const together = Map.groupBy(documents, ({ kind, title }) => `${kind} ${title}`)
  return [...together.values()].flatMap(([latest, ...earlier]) => (latest ? [{ latest, earlier }] : []))
}

/** Who else than staff reads a document: providers read what they signed, never what was paid to others or why. */
export const isForParties = (kind: DocumentKind): boolean => kind === 'specification' || kind === 'conditions'

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
])

/** The media type of a file by how its name ends; undefined for what no document is, such as a page or a program. */
export const mediaTypeOf = (name: string): string | undefined =>
  mediaTypes.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '')
