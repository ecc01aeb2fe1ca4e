import { type Term, TermBar, TermKey, TermScale, termWords } from '../../ui/charts/index.ts'
import { DataTable, EditionDiff, LedgerList, ProseDiff, Tally, Timeline } from '../../ui/parts/index.ts'
import type { Specimen } from '../specimen.ts'

const window = { from: '2026-01-01', to: '2034-12-31' }
const today = '2030-01-31'

const terms: readonly (readonly [name: string, term: Term])[] = [
  [
    'Agreed, safe start passed, a successor planned',
    {
      agreed: { from: '2027-04-01', to: '2030-03-31' },
      planned: [{ from: '2030-04-01' }],
      safeStart: '2029-07-01',
    },
  ],
  [
    'Two options, safe start ahead, a decision planned',
    {
      agreed: { from: '2030-01-01', to: '2031-12-31' },
      options: [
        { from: '2032-01-01', to: '2032-12-31' },
        { from: '2033-01-01', to: '2033-12-31' },
      ],
      safeStart: '2031-04-01',
      decision: '2031-11-30',
    },
  ],
  ['Agreed only', { agreed: { from: '2027-06-01', to: '2031-05-31' } }],
  [
    'Then a framework that can be extended',
    {
      agreed: { from: '2026-04-01', to: '2030-03-31' },
      planned: [{ from: '2030-04-01', to: '2032-03-31' }],
      options: [{ from: '2032-04-01', to: '2034-03-31' }],
    },
  ],
  ['Rolling, begun before the window', { agreed: { from: '2019-04-01' } }],
  ['Nothing agreed', {}],
]

const bar = (term: Term) => <TermBar term={term} window={window} today={today} alternative={termWords(term, today)} />

const termBar: Specimen = {
  name: 'Term bar',
  imports: 'TermBar, TermScale, TermKey, termWords from core/ui/charts',
  when: 'In a register, a bar for every agreement over the same years. The next decision stands in words beside it: the bar shows, the words say.',
  states: [
    { name: 'Key', show: <TermKey /> },
    {
      name: 'Every kind, in a table',
      show: (
        <DataTable
          caption="Terms of invented agreements"
          captionHidden
          columns={[{ heading: 'Agreement' }, { heading: 'Term', under: <TermScale window={window} /> }]}
          stack
          rows={terms.map(([name, term]) => [name, bar(term)])}
        />
      ),
    },
  ],
}

const tally: Specimen = {
  name: 'Tally',
  imports: 'Tally from core/ui/parts',
  when: 'Heads a register with the four to six counts that people ask for first. Madder only for what is short or late.',
  states: [
    {
      name: 'Five counts',
      show: (
        <Tally
          label="Contracts in figures"
          items={[
            { value: '9', what: 'agreements shown' },
            { value: '£29m', what: 'about, a year in all' },
            { value: '1', what: 'past its latest safe start', tone: 'need', href: '#tally' },
            { value: '2', what: 'end in the next 6 months' },
            { value: '3', what: 'options still to decide' },
          ]}
        />
      ),
    },
    {
      name: 'One count, and none',
      show: <Tally label="Packages in figures" items={[{ value: '0', what: 'packages wait for an answer' }]} />,
    },
  ],
}

const timeline: Specimen = {
  name: 'Timeline',
  imports: 'Timeline from core/ui/parts',
  when: 'What has happened to one thing. The newest comes first whatever order it is given in; the reader looks for what changed.',
  states: [
    {
      name: 'Some events',
      show: (
        <Timeline
          label="What has happened to the package"
          events={[
            { at: '2030-11-25T14:10', when: 'Monday, 14:10', what: 'Offer sent to Example provider A' },
            { at: '2030-11-26T09:00', when: 'Today, 09:00', what: 'Offer sent to Example provider C' },
            {
              at: '2030-11-25T15:58',
              when: 'Monday, 15:58',
              what: 'Example provider A declined, because none of its runs begin before nine in this ward and the next it could add begins in the new year',
            },
          ]}
        />
      ),
    },
  ],
}

const digest = '9f3c21ab77d0e4155b1f0c2d9a8e7f60112233445566778899aabbccddeeff00'

const ledger: Specimen = {
  name: 'Ledger list',
  imports: 'LedgerList from core/ui/parts',
  when: 'Why something was decided, replayed from the ledger. Everyone concerned sees the same lines.',
  states: [
    {
      name: 'One decision',
      show: (
        <LedgerList
          label="Why Example provider C was asked second"
          entries={[
            {
              entry: '418 of 2030/31, 26 November 2030, 09:00:04',
              rule: [<a href="#ledger-list">Care at home lots, version 4</a>, ', step 2'],
              inputs: 'Hours placed in 28 days: provider B 1,204; provider C 1,413. Free hours in the ward: 18; 22.',
              more: [{ term: 'Passed over', value: 'None' }],
              outcome: 'Provider B lapsed, so the offer went to provider C. Due 12:00.',
              fingerprint: digest,
              follows: digest.split('').reverse().join(''),
            },
          ]}
        />
      ),
    },
  ],
}

const figures: Specimen = {
  name: 'Edition diff: figures',
  imports: 'EditionDiff from core/ui/parts',
  when: 'Which figures differ between two editions, each with its old and its new value.',
  states: [
    {
      name: 'Some changed',
      show: (
        <EditionDiff
          caption="Figures changed between editions 6 and 7"
          changes={[
            { what: 'Beds held by people ready to leave', before: '48', after: '45' },
            { what: 'Care at home hours a year', before: '1,353,920', after: '1,410,720' },
          ]}
        />
      ),
    },
  ],
}

const blocks = [
  { is: 'heading' as const, segments: [{ kind: 'same' as const, text: 'What we will buy' }] },
  {
    is: 'paragraph' as const,
    segments: [
      { kind: 'same' as const, text: 'We expect to buy about ' },
      { kind: 'gone' as const, text: '1,200' },
      { kind: 'new' as const, text: '1,450' },
      { kind: 'same' as const, text: ' hours a week of care at home, ' },
      { kind: 'new' as const, text: 'most of it in the north, ' },
      { kind: 'same' as const, text: 'from providers who pay at least the living wage.' },
    ],
  },
  {
    is: 'item' as const,
    segments: [{ kind: 'gone' as const, text: 'A pilot of overnight care will begin in spring.' }],
  },
  {
    is: 'item' as const,
    segments: [{ kind: 'new' as const, text: 'Overnight care is bought by the lot from April.' }],
  },
]

const prose: Specimen = {
  name: 'Edition diff: words',
  imports: 'ProseDiff from core/ui/parts',
  when: 'The words of two editions. Side by side to read both; in one text to see what one person changed. Give it blocks already compared.',
  states: [
    {
      name: 'Side by side',
      show: (
        <ProseDiff
          caption="Words changed between editions 6 and 7"
          before="Edition 6"
          after="Edition 7"
          blocks={blocks}
        />
      ),
    },
    {
      name: 'In one text',
      show: (
        <ProseDiff
          caption="Words changed between editions 6 and 7, in one text"
          before="Edition 6"
          after="Edition 7"
          blocks={blocks}
          layout="inline"
        />
      ),
    },
  ],
}

/** Parts for agreements and what was decided about them. */
export const procurementSpecimens = (): readonly Specimen[] => [tally, termBar, timeline, ledger, figures, prose]
