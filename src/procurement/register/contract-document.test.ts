import { expect, test } from 'vitest'
import { type ContractDocument, mediaTypeOf, versioned } from './contract-document.ts'

const document = (over: Partial<ContractDocument>): ContractDocument => ({
  id: 'x',
  kind: 'specification',
  title: 'Care at home',
  version: 1,
  name: 'specification.pdf',
  mediaType: 'application/pdf',
  size: 1,
  digest: '0',
  holdsFrom: '2026-04-01',
  addedAt: new Date('2026-04-01T09:00:00Z'),
  addedBy: null,
  ...over,
})

test('versions of one kind and title stand together, the newest first; another title is another document', () => {
  const found = versioned([
    document({ version: 3 }),
    document({ version: 2 }),
    document({ version: 1 }),
    document({ kind: 'conditions' }),
    document({ title: 'Day care' }),
  ])
  expect(found.map(({ latest, earlier }) => [latest.kind, latest.title, latest.version, earlier.length])).toEqual([
    ['specification', 'Care at home', 3, 2],
    ['conditions', 'Care at home', 1, 0],
    ['specification', 'Day care', 1, 0],
  ])
})

test('a document is known by how its name ends; a page or a program is none', () => {
  expect(mediaTypeOf('Terms.PDF')).toBe('application/pdf')
  expect(mediaTypeOf('page.html')).toBeUndefined()
  expect(mediaTypeOf('picture.svg')).toBeUndefined()
  expect(mediaTypeOf('specification.pdf.exe')).toBeUndefined()
  expect(mediaTypeOf('constructor')).toBeUndefined()
  expect(mediaTypeOf('x.constructor')).toBeUndefined()
})
