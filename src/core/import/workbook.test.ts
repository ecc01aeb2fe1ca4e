import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { readRows } from './read-rows.ts'
import { fileInMemory } from './source-file.ts'
import { unpacksWithin } from './zip-entries.ts'

const day = (iso: string) => ({ value: new Date(iso), type: Date, format: 'dd/mm/yyyy' }) as const
const text = (value: string) => ({ value })

const register = [
  [text('Example Council: register of contracts')],
  [null],
  [text('Title'), text('Start date'), text('Value'), text('Live')],
  [text('Care at home'), day('2018-04-01'), { value: 12.3 }, { value: true }],
  [null, null, null, null],
  [text('Day support &amp; meals'), { value: 43_190 }, { value: 0 }, null],
]
const notes = [[text('Notes')], [text('Nothing of this is a table.')]]

const named = (cells: readonly string[]) => cells.includes('Title')
const rowsOf = (bytes: Uint8Array, isHeader?: (cells: readonly string[]) => boolean) =>
  Array.fromAsync(readRows(fileInMemory('register.xlsx', bytes), isHeader))

test('a workbook is read from the sheet that has the header, with titles above and the sheet’s own line numbers', async () => {
  const bytes = await writeWorkbook([
    { data: notes, sheet: 'Notes' },
    { data: register, sheet: 'Register' },
  ]).toBuffer()
  expect(await rowsOf(bytes, named)).toEqual([
    { line: 3, cells: ['Title', 'Start date', 'Value', 'Live'] },
    { line: 4, cells: ['Care at home', '2018-04-01', '12.3', 'true'] },
    { line: 6, cells: ['Day support &amp; meals', '43190', '0', ''] },
  ])
})

test('where no sheet is known by its header, the first with rows is read', async () => {
  const bytes = await writeWorkbook([
    { data: [[null]], sheet: 'Empty' },
    { data: notes, sheet: 'Notes' },
  ]).toBuffer()
  expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual([['Notes'], ['Nothing of this is a table.']])
})

test('a header that nobody knows is the first row that fills the most cells, so that its columns can be chosen by hand', async () => {
  const bytes = await writeWorkbook(register).toBuffer()
  const [header] = await rowsOf(bytes, () => false)
  expect(header).toEqual({ line: 3, cells: ['Title', 'Start date', 'Value', 'Live'] })
})

test('a workbook that is cut short is refused in a sentence', async () => {
  const bytes = await writeWorkbook(register).toBuffer()
  await expect(rowsOf(bytes.subarray(0, bytes.length / 2))).rejects.toThrow('a workbook that can’t be read')
})

test('an archive that would unpack to more than it may is known before it is unpacked', async () => {
  const bytes = await writeWorkbook(register).toBuffer()
  expect(unpacksWithin(bytes, 1_000_000)).toBe(true)
  expect(unpacksWithin(bytes, 1_000)).toBe(false)
  const bomb = archiveOf(deflateRawSync(Buffer.alloc(10_000_000)), 10)
  expect(bomb.length).toBeLessThan(11_000)
  expect(unpacksWithin(bomb, 9_999_999)).toBe(false)
  expect(unpacksWithin(bomb, 10_000_000)).toBe(true)
  // Something between two files that the list does not name.
  expect(unpacksWithin(Buffer.concat([Buffer.alloc(100), bomb]), 10_000_000)).toBe(false)
})

/** One file as an archive that says that it unpacks to `claimed` bytes. */
function archiveOf(packed: Buffer, claimed: number): Buffer {
  const [local, central, end] = [Buffer.alloc(31), Buffer.alloc(47), Buffer.alloc(22)]
  for (const [header, at] of [
    [local, 8],
    [central, 10],
  ] as const) {
    header.writeUInt16LE(8, at)
    header.writeUInt32LE(packed.length, at + 10)
    header.writeUInt32LE(claimed, at + 14)
    header.writeUInt16LE(1, at + 18)
    header.write('x', header.length - 1)
  }
  local.writeUInt32LE(0x04034b50)
  central.writeUInt32LE(0x02014b50)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, central, end])
}
