import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  ClockChip,
  FigureCard,
  IdentityBar,
  LedgerList,
  MiniLadder,
  OfferLadder,
  PageTitle,
  Progress,
  ProseDiff,
  Stages,
  Stat,
  StoppedClock,
  Timeline,
} from './index.ts'

const now = new Date('2030-11-26T10:18:00Z')

test('a clock says its time in full to those who hear it, and shows how much has gone', () => {
  const html = render(
    <ClockChip now={now} due={new Date('2030-11-26T12:18:00Z')} began={new Date('2030-11-26T08:18:00Z')} />,
  )
  expect(html).toContain('<span aria-hidden="true">2 h left</span>')
  expect(html).toContain('2 hours left, ')
  expect(html).toContain('due <time datetime="2030-11-26T12:18:00.000Z">12:18</time>')
  expect(html).toContain('<rect class="f-ink" width="48"')
})

test('a late clock is solid and says since when; a stopped one says why', () => {
  const late = render(<ClockChip now={now} due={new Date('2030-11-26T09:40:00Z')} began={now} what="answer" />)
  expect(late).toContain('m-clock--late')
  expect(late).toMatch(/answer was due <time/)
  expect(late).not.toContain('<svg')
  expect(render(<StoppedClock words="Paused" why="question from provider" />)).toContain('Paused<small>question')
})

const step = (kind: 'past' | 'current' | 'next') => ({
  heading: `Step ${kind}`,
  kind,
  note: `note ${kind}`,
  offers: [{ who: 'Example provider', state: { kind: 'done' as const, word: 'Accepted' } }],
})

test('a ladder widens downwards, and marks the present step in more than looks', () => {
  const html = render(<OfferLadder label="Steps" steps={[step('past'), step('current'), step('next')]} />)
  expect(html.match(/m-in-\d/g)).toEqual(['m-in-2', 'm-in-1', 'm-in-0'])
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  expect(html).toContain('note next')
})

test('steps of a very long ladder are set in no further than five tenths', () => {
  const html = render(<OfferLadder label="Steps" steps={Array.from({ length: 9 }, () => step('past'))} />)
  expect(html).not.toMatch(/m-in-[6-9]/)
})

test('a mini ladder shows past, present and later steps beside its words', () => {
  const html = render(<MiniLadder steps={3} current={2} words="Step 2" note="turn 2" />)
  expect(html.match(/class="f-[a-z -]+[0-9]?"/g)).toEqual([
    'class="f-grey"',
    'class="f-ink"',
    'class="f-none k-ink w1"',
  ])
  expect(html).toContain('Step 2<span class="m-under">turn 2</span>')
  expect(() => render(<MiniLadder steps={0} current={1} words="w" />)).toThrow(RangeError)
})

test('a timeline puts the newest first and leaves events of one moment as they were given', () => {
  const html = render(
    <Timeline
      label="What happened"
      events={[
        { at: '2030-01-01', when: 'first', what: 'a' },
        { at: '2030-01-03', when: 'third', what: 'b' },
        { at: '2030-01-03', when: 'fourth', what: 'c' },
      ]}
    />,
  )
  expect(html.match(/<time[^>]*>[a-z]+/g)?.map((time) => time.split('>')[1])).toEqual(['third', 'fourth', 'first'])
  expect(html.match(/is-now/g)).toHaveLength(1)
})

test('the present stage is marked for those who hear the list', () => {
  const html = render(<Stages label="Stages" stages={[{ content: 'a' }, { content: 'b', current: true }]} />)
  expect(html).toContain('<li class="is-now" aria-current="step">b</li>')
})

test('an identity bar is a region named after what is looked at', () => {
  const html = render(
    <IdentityBar kind="Package" name="XX-1" facts={[{ term: 'Waiting', value: '2 days', tone: 'need' }]} />,
  )
  expect(html).toContain('<section class="m-identity" aria-label="Package XX-1">')
  expect(html).toContain('<dt>Waiting</dt><dd class="m-c-need">2 days</dd>')
})

test.each([
  [3, 9, 3],
  [0, 2, 0],
  [12, 9, 9],
])('%i of %i parts fill %i squares', (done, of, filled) => {
  const html = render(<Progress done={done} of={of} what="parts" />)
  expect(html).toContain(`${done} of ${of} parts`)
  expect(html.match(/class="f-ink k-ink"/g)?.length ?? 0).toBe(filled)
  expect(html.match(/<rect/g)).toHaveLength(of)
})

test('more parts than squares can show are a bar', () => {
  expect(render(<Progress done={60} of={120} what="bids" />)).toContain('width="96"')
})

test('a decision is told with its rule, inputs, outcome, and the fingerprint of its place in the chain', () => {
  const html = render(
    <LedgerList
      label="Why"
      entries={[
        {
          entry: '418',
          rule: 'Lots, version 4',
          inputs: 'Hours',
          outcome: 'Asked',
          fingerprint: 'ab12'.repeat(16),
          follows: 'cd34'.repeat(16),
          more: [{ term: 'Passed over', value: 'None' }],
        },
      ]}
    />,
  )
  const terms = [...html.matchAll(/<dt>([^<]+)/g)].map(([, term]) => term)
  expect(terms).toEqual(['Entry', 'Rule', 'Inputs', 'Passed over', 'Outcome', 'Fingerprint'])
  expect(html).toContain('<code>ab12 ab12 ab12 ab12</code>, follows <code>cd34')
})

const blocks = [
  { is: 'heading' as const, segments: [{ kind: 'same' as const, text: 'Money' }] },
  {
    is: 'paragraph' as const,
    segments: [
      { kind: 'same' as const, text: 'About ' },
      { kind: 'gone' as const, text: '48' },
      { kind: 'new' as const, text: '45' },
    ],
  },
  { is: 'item' as const, segments: [{ kind: 'new' as const, text: '<b>added</b>' }] },
]

test('side by side, each edition keeps its own words, and what both have is printed once', () => {
  const html = render(<ProseDiff caption="Changed" before="Edition 6" after="Edition 7" blocks={blocks} />)
  const rows = html.split('<tr').slice(2)
  expect(rows[0]).toContain('colspan="2"')
  const [before = '', after = ''] = (rows[1] ?? '').split('data-l="Edition 7"')
  expect(before).toMatch(/About <del>.*48/)
  expect(before).not.toContain('45')
  expect(after).toMatch(/About <ins>.*45/)
  expect(after).not.toContain('48')
  expect(rows[2]).toContain('Not there')
})

test('in one text, what went and what came are marked, and said to those who hear it', () => {
  const html = render(<ProseDiff caption="Changed" before="a" after="b" blocks={blocks} layout="inline" />)
  expect(html).toContain('<del><span class="m-vh">[Taken out: </span>48')
  expect(html).toContain('<ins><span class="m-vh">[Put in: </span>45')
  expect(html).toContain('&lt;b>added')
})

test('a stat may bring its comparator, and a figure card’s own wins over it', () => {
  expect(render(<Stat value="45" unit="beds" comparator="Up from 15." />)).toContain('<p class="m-cmp">Up from 15.</p>')
  const stat = { value: '45', unit: 'beds', comparator: 'inner' }
  const card = render(
    <FigureCard kind="gap" finding="f" stat={stat} comparator="outer" source={{ text: 's', href: '/' }} />,
  )
  expect(card).toContain('outer')
  expect(card).not.toContain('inner')
})

test('a page’s title stands beside what is done there', () => {
  expect(
    render(<PageTitle heading="Register" note="As at today." actions={<button type="button">Add</button>} />),
  ).toMatch(/<h1[^>]*>Register<\/h1><p class="m-2">As at today.<\/p>.*m-btns.*Add/)
})

test('lists that have no name do not compile', () => {
  // @ts-expect-error the label is missing
  const ladder = () => <OfferLadder steps={[]} />
  // @ts-expect-error the label is missing
  const timeline = () => <Timeline events={[]} />
  // @ts-expect-error the label is missing
  const ledger = () => <LedgerList entries={[]} />
  // @ts-expect-error the caption is missing
  const prose = () => <ProseDiff before="a" after="b" blocks={[]} />
  // @ts-expect-error the words are missing
  const mini = () => <MiniLadder steps={3} current={1} />
  // @ts-expect-error what it is of is missing
  const identity = () => <IdentityBar name="XX-1" facts={[]} />
  expect([ladder, timeline, ledger, prose, mini, identity]).toHaveLength(6)
})
