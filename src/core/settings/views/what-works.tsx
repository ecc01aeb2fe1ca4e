import { Section } from '../../ui/parts/index.ts'
import { Bullets } from './lines.tsx'

const works = [
  'enlarge the text up to 400% without it running off the screen',
  'reach and use everything with a keyboard alone, and see where you are',
  'listen to the pages with a screen reader: headings, tables and forms say what they are',
  'read every chart as a table as well',
  'tell everything apart without seeing colour',
  'use your own colours and fonts, and have less movement where you ask your device for it',
  'use the pages without JavaScript, and print them',
]

/** What the pages are made to do for everyone: facts of the product. */
export function WhatWorks() {
  return (
    <Section id="made-to" heading="What you should be able to do">
      <p>The pages are made so that you can:</p>
      <Bullets items={works} />
      <p>
        AbilityNet explains <a href="https://mcmw.abilitynet.org.uk/">how to make your device easier to use</a> if you
        have a disability.
      </p>
    </Section>
  )
}
