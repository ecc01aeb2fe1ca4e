import { expect, test } from 'vitest'
import { newDatabase } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { runCommand } from '../../test/support/run-command.ts'
import { fileInMemory } from '../core/import/index.ts'
import { importTexts } from '../publishing/index.ts'

const words = (text: string) =>
  fileInMemory('texts.csv', `section,position,kind,heading,text\ndemand,1,lead,More people need care,${text}\n`)
const at = new Date('2026-11-22T18:00:00Z')

test('words that were imported are published as editions, each with what it changed, and listed', async () => {
  const on = await newDatabase()
  const { id, slug } = await newPartnership(on, { title: 'Example' })
  const run = (...args: string[]) => runCommand(['statement', ...args, '--partnership', slug], { on })
  expect(await run('editions')).toEqual({ exit: 0, out: 'There are none yet.\n', err: '' })

  await importTexts(on, { id }, words('As it was.'), { at })
  expect(await run('publish', '--title', 'First')).toEqual({
    exit: 0,
    out: 'Edition 1 of the statement of Example is published. It has 1 section and no figures.\n',
    err: '',
  })
  await importTexts(on, { id }, words('As it is.'), { at })
  const published = await run('publish', '--title', 'Second', '--summary', 'New words.', '--json')
  expect(JSON.parse(published.out)).toMatchObject({ number: 2, changes: { sections: ['demand'] } })

  const listed = await run('editions', '--json')
  expect(JSON.parse(listed.out).items).toMatchObject([
    { number: 2, title: 'Second', summary: 'New words.' },
    { number: 1, title: 'First', summary: '' },
  ])
})

test('an edition without anything new, of nothing, or of nobody is refused in a sentence with exit 1', async () => {
  const on = await newDatabase()
  const { id, slug } = await newPartnership(on)
  const publish = (whose: string) =>
    runCommand(['statement', 'publish', '--partnership', whose, '--title', 'A title'], { on })
  expect(await publish(slug)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('There is nothing to publish yet'),
  })
  await importTexts(on, { id }, words('As it was.'), { at })
  await publish(slug)
  expect(await publish(slug)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('Nothing has changed since edition 1'),
  })
  expect(await publish('nowhere')).toMatchObject({ exit: 1, err: expect.stringContaining('“nowhere” was not found') })
})
