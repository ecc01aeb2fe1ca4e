import { expect, type Locator } from '@playwright/test'
import { add, blocks } from './support/desk.ts'
import { test } from './support/journey.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { accept, type Keys, signIn } from './support/sign-in.ts'

// Each test has people and places of its own.
test.describe.configure({ mode: 'parallel' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })
    const on = javaScriptEnabled ? 'on' : 'off'
    // A section for each, so that neither finds the words of the other.
    const section = javaScriptEnabled ? 'supply' : 'workforce'
    const form = `/inverclyde/write/${section}`

    test('two people write the same section and lose nothing', async ({ reader: morag, newReader, product }) => {
      test.setTimeout(600_000)
      const duncan = await newReader()
      await newCommissioner(morag, product, `morag-${on}`)
      await newCommissioner(duncan, product, `duncan-${on}`)
      await begin(morag, form)
      await writeDifferentBlocks(morag, duncan, form, javaScriptEnabled)
      await writeTheSameBlock(morag, duncan, form)
    })

    test('words typed while the session was ended elsewhere can still be sent', async ({
      reader,
      newReader,
      product,
    }) => {
      test.setTimeout(600_000)
      const keys = await newCommissioner(reader, product, `ailsa-${on}`)
      await reader.open(form)
      await add(reader, 'Paragraph', 'Typed before the session ended.')
      await endOtherSessions(await newReader(), keys)
      await reader.press('Save', 401)
      await expect(reader.page.getByRole('main')).toContainText('Nothing was saved yet')
      const tab = await reader.followToNewTab(/^Sign in again/)
      await signIn(tab, keys)
      await reader.press(javaScriptEnabled ? 'Save' : 'Send it again')
      await expect(reader.page.getByRole('main')).toContainText(/Saved\. Version \d+, ailsa/i)
      await expect(lastParagraph(reader)).toHaveValue('Typed before the session ended.')
    })

    test('what can’t be saved is answered by a sentence, and the words are still there', async ({
      reader,
      product,
    }) => {
      test.setTimeout(600_000)
      await newCommissioner(reader, product, `fergus-${on}`)
      await reader.open(form)
      await add(reader, 'Paragraph', 'Something short.')
      await refused(reader, 'No end of it. '.repeat(25_000).trim(), /characters, and 20,000 is the most\. Split it/)
      await refused(reader, 'Year\tPeople\n2018\t12,944', /holds a table\. Place each of its numbers as a figure/)
      await lastParagraph(reader).fill('<script>alert("Mercat")</script> & <b>bold</b>')
      await reader.press('Save and preview')
      await expect(reader.page.getByText('<script>alert("Mercat")</script> & <b>bold</b>')).toBeVisible()
    })
  })
}

const lastParagraph = (reader: Reader) => blocks(reader, 'Paragraph').last().getByRole('textbox').first()

async function lastButOne(reader: Reader): Promise<Locator> {
  const all = blocks(reader, 'Paragraph')
  return all
    .nth((await all.count()) - 2)
    .getByRole('textbox')
    .first()
}

/** An operator invites somebody on the command line; they accept, and come to their first page. */
async function newCommissioner(reader: Reader, product: Product, name: string): Promise<Keys> {
  const email = `${name}@inverclyde.example.org`
  const about = ['--name', name.replace(/^./, (first) => first.toUpperCase()), '--role', 'commissioner']
  const said = await product.run(['user', 'add', '--email', email, '--partnership', 'inverclyde', ...about])
  return accept(reader, /https?:\/\/\S+/.exec(said)?.[0] ?? '', email)
}

async function begin(reader: Reader, form: string): Promise<void> {
  await reader.open(form)
  await add(reader, 'Paragraph', 'One text.')
  await add(reader, 'Paragraph', 'Another text.')
  await reader.press('Save')
  await expect(reader.page.getByRole('main')).toContainText(/Saved\. Version \d+, Morag/)
}

/** Each changes another block: both changes stand, and whoever saves second is told. */
async function writeDifferentBlocks(morag: Reader, duncan: Reader, form: string, scripts: boolean): Promise<void> {
  const main = morag.page.getByRole('main')
  await morag.open(form)
  await duncan.open(form)
  await lastParagraph(duncan).fill('Another text, by Duncan.')
  await duncan.press('Save')
  // With scripts, the news comes while the other is still writing.
  if (scripts) await expect(main).toContainText(/Duncan.* saved version \d+ of this section/)
  await (await lastButOne(morag)).fill('One text, by Morag.')
  await morag.press('Save')
  await expect(main).toContainText(/Saved, together with what Duncan.* changed in the meantime/)
  await expect(await lastButOne(morag)).toHaveValue('One text, by Morag.')
  await expect(lastParagraph(morag)).toHaveValue('Another text, by Duncan.')
}

/** Both change the same block: both texts are shown, and stand until one of the two chooses. */
async function writeTheSameBlock(morag: Reader, duncan: Reader, form: string): Promise<void> {
  const main = morag.page.getByRole('main')
  await morag.open(form)
  await duncan.open(form)
  await lastParagraph(duncan).fill('Duncan’s last words.')
  await duncan.press('Save')
  await lastParagraph(morag).fill('Morag’s last words.')
  await morag.press('Save', 409)
  expect(await morag.heading()).toMatch(/^Duncan.* changed the same words while you wrote$/)
  await expect(main).toContainText('Nothing of yours is saved yet, and nothing is lost.')
  await expect(main.getByRole('table')).toContainText(/Only yours: Morag\W/)
  await expect(main.getByRole('table')).toContainText(/Only Duncan.*: Duncan\W/)
  await morag.examineAt([390])
  await morag.press('Save what I chose', 422)
  await expect(main.getByRole('alert')).toContainText('Choose whose words to keep')
  await main.getByLabel('Both, one after the other').check()
  await morag.press('Save what I chose')
  await expect(main).toContainText(/Saved/)
  await expect(await lastButOne(morag)).toHaveValue('Duncan’s last words.')
  await expect(lastParagraph(morag)).toHaveValue('Morag’s last words.')
}

/** The same person, at another place, ends the session in which they are writing. */
async function endOtherSessions(elsewhere: Reader, keys: Keys): Promise<void> {
  await elsewhere.open('/account/sessions')
  await signIn(elsewhere, keys)
  await elsewhere.press(/^End this session/)
  expect(await elsewhere.heading()).toBe('You are signed in here only')
}

async function refused(reader: Reader, words: string, sentence: RegExp): Promise<void> {
  await lastParagraph(reader).fill(words)
  await reader.press('Save', 422)
  const alert = reader.page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('Nothing is saved yet')
  await expect(alert).toContainText(sentence)
  await expect(lastParagraph(reader)).toHaveValue(words)
}
