import type { Content } from '../../../ui/govuk/index.ts'
import { Button, Select } from '../../../ui/govuk/index.ts'
import { Page } from '../../../ui/layout/index.ts'
import {
  ClockChip,
  DataTable,
  FilterPanel,
  MiniLadder,
  PageTitle,
  StoppedClock,
  Tally,
} from '../../../ui/parts/index.ts'

const now = new Date('2030-11-26T10:18:00Z')
const due = (time: string) => new Date(`2030-11-26T${time}:00Z`)
const began = due('08:00')

const columns = [
  { heading: 'Clock' },
  { heading: 'Package' },
  { heading: 'Where' },
  { heading: 'Hours a week', align: 'number' as const },
  { heading: 'Offer step' },
  { heading: 'Do next' },
  { heading: 'Broker', wideOnly: true },
]

const row = (clock: Content, name: string, need: string, hours: string, step: number, todo: string, first = false) => [
  clock,
  <>
    <a href="#board">
      <strong>{name}</strong>
    </a>
    <span class="m-under">{need}</span>
  </>,
  'Sample Isles and the Long Coast',
  hours,
  <MiniLadder steps={3} current={step} words={`Step ${Math.min(3, step)}`} note="Example provider" />,
  <Button href="#board" classes={first ? '' : 'govuk-button--secondary'}>
    {todo}
    <span class="m-vh"> {name}</span>
  </Button>,
  'A. Example',
]

/** A broker's desk with invented packages. */
export const WorkSample = () => (
  <Page
    title="Broker’s desk"
    description="A page of invented content, to see the parts together."
    lang="en-GB"
    density="work"
    brand={{ kind: 'neutral' }}
    navigation={[
      { text: 'Desk', href: '#main', current: 'page' },
      ...['Packages', 'Providers', 'Contracts', 'Budgets', 'Gaps', 'Statement'].map((text) => ({
        text,
        href: '#main',
      })),
    ]}
    side={[{ text: '3 messages', href: '#main' }]}
    demonstration="Design system. Packages, people and providers on this page are invented."
  >
    <PageTitle
      heading="Broker’s desk"
      note="Tuesday 26 November 2030, 10:18. Clocks run in working hours, 8am to 6pm, Monday to Saturday."
      actions={[
        <Button href="#board">Add a package</Button>,
        <Button href="#board" classes="govuk-button--secondary">
          Plan all waiting packages
        </Button>,
      ]}
    />
    <Tally
      label="Packages in figures"
      items={[
        { value: '137', what: 'hours a week to place', tone: 'need' },
        { value: '14', what: 'packages open, 4 from hospital' },
        { value: '8', what: 'offers with providers' },
        { value: '1 h 52', what: 'typical wait for an answer, this week' },
        { value: '71%', what: 'placed at step 1, last 4 weeks' },
      ]}
    />
    <FilterPanel
      label="Filter the packages"
      action="/design-system/pages/work"
      result="5 of 14 packages. Updated 10:18."
    >
      {[
        <Select name="show" label="Show" items={[{ text: 'All brokers' }, { text: 'Mine' }]} />,
        <Select name="ward" label="Ward" items={[{ text: 'All nine wards' }, { text: 'Sample Isles' }]} />,
        <Select name="needs" label="Needs" items={[{ text: 'Any' }, { text: 'Dementia' }]} />,
      ]}
    </FilterPanel>
    <div class="m-spaced" id="board">
      <DataTable
        caption="Packages, what is due first at the top"
        captionHidden
        columns={columns}
        rows={[]}
        groups={[
          {
            heading: 'Act now',
            note: '3 packages: an answer is late, or every step has been tried',
            rows: [
              row(
                <ClockChip now={now} due={due('09:40')} what="answer" />,
                'XX-PKG-00007',
                '2 carers, 4 visits a day, moving and handling',
                '28 h',
                2,
                'Send to step 3',
                true,
              ),
              row(
                <StoppedClock words="No steps left" why="since Monday 16:05" late />,
                'XX-PKG-00009',
                'Waking night, 2 nights a week',
                '20 h',
                4,
                'Record as unmet',
                true,
              ),
              row(
                <ClockChip now={now} due={due('10:30')} began={began} />,
                'XX-PKG-00011',
                'Morning and bedtime, medication',
                '10 h 30',
                1,
                'Message provider',
              ),
            ],
          },
          {
            heading: 'With providers',
            note: '2 of 7 shown',
            rows: [
              row(
                <ClockChip now={now} due={due('12:00')} began={began} />,
                'XX-PKG-00012',
                '3 visits a day, dementia',
                '14 h',
                2,
                'Open',
              ),
              row(
                <StoppedClock words="Paused" why="question from provider" />,
                'XX-PKG-00015',
                '2 carers, 3 visits a day, hoist',
                '21 h',
                2,
                'Answer question',
              ),
            ],
          },
        ]}
      />
    </div>
  </Page>
)
