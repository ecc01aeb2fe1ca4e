import { NotificationBanner, Panel, PhaseBanner, Tag, TaskList, WarningText } from '../../ui/govuk/index.ts'
import { EmptyState, Progress, State } from '../../ui/parts/index.ts'
import type { Specimen } from '../specimen.ts'

/** How things stand. */
export const statusSpecimens = (): readonly Specimen[] => [
  {
    name: 'State',
    imports: 'State from core/ui/parts',
    when: 'How one thing stands, where many are compared. A glyph and a word; colour only for what needs someone.',
    states: [
      {
        name: 'All five',
        show: (
          <p class="m-ds-row">
            <State kind="done" word="Agreed" />
            <State kind="current" word="With providers" />
            <State kind="planned" word="Not asked yet" />
            <State kind="stopped" word="Declined" />
            <State kind="attention" word="Safe start passed" />
          </p>
        ),
      },
    ],
  },
  {
    name: 'Progress',
    imports: 'Progress from core/ui/parts',
    when: 'How far a person has come with something of known length. Above twenty parts the squares become a bar.',
    states: [
      { name: 'Under way', show: <Progress done={3} of={9} what="parts written" /> },
      { name: 'Not begun', show: <Progress done={0} of={4} what="questions scored" /> },
      { name: 'Done', show: <Progress done={5} of={5} what="checks done" /> },
      { name: 'Many', show: <Progress done={87} of={120} what="bids scored" /> },
    ],
  },
  {
    name: 'Empty state',
    imports: 'EmptyState from core/ui/parts',
    when: 'Where there is nothing to show: what would be here, why it is not, and one way on.',
    states: [
      {
        name: 'Nothing yet',
        show: (
          <EmptyState
            what="Nothing here yet."
            why="Offers to you appear here; the next round is on Thursday."
            link={{ text: 'Say what you can take', href: '#empty-state' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Tag',
    imports: 'Tag from core/ui/govuk',
    when: 'A single status in a task list or a summary. In tables use State.',
    states: [{ name: 'Normal', show: <Tag>Draft</Tag> }],
  },
  {
    name: 'Task list',
    imports: 'TaskList from core/ui/govuk',
    when: 'A long job in parts that can be done in any order and over several days.',
    states: [
      {
        name: 'Done, to do, not possible yet',
        show: (
          <TaskList
            idPrefix="sample-tasks"
            items={[
              { title: 'About the organisation', href: '#task-list', status: 'Completed' },
              {
                title: 'Services and areas',
                href: '#task-list',
                hint: 'Takes about ten minutes',
                status: { tag: 'Incomplete' },
              },
              { title: 'Check and send', status: { content: 'Cannot start yet' } },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Notification banner',
    imports: 'NotificationBanner from core/ui/govuk',
    when: 'Something true now about the service or the last thing done, above the heading. At most one a page.',
    states: [
      {
        name: 'Important',
        show: <NotificationBanner titleId="banner-note" text="Edition 7 is out. You are reading edition 6." />,
      },
      {
        name: 'Success',
        show: (
          <NotificationBanner
            titleId="banner-done"
            type="success"
            disableAutoFocus
            text="The invitation has been sent."
          />
        ),
      },
    ],
  },
  {
    name: 'Panel',
    imports: 'Panel from core/ui/govuk',
    when: 'The end of something that took effort, such as a bid or a publication. Then say what happens next.',
    states: [
      {
        name: 'Confirmation',
        show: (
          <Panel title="Edition 7 is published" headingLevel={3}>
            Your reference is XX-ED-0007
          </Panel>
        ),
      },
    ],
  },
  {
    name: 'Warning text',
    imports: 'WarningText from core/ui/govuk',
    when: 'What cannot be undone, just before the button that does it.',
    states: [
      {
        name: 'Normal',
        show: <WarningText>A published edition cannot be changed, only followed by another.</WarningText>,
      },
    ],
  },
  {
    name: 'Phase banner',
    imports: 'PhaseBanner from core/ui/govuk',
    when: 'While a service is being tried out, with a way to say what is wrong.',
    states: [
      {
        name: 'Beta',
        show: (
          <PhaseBanner tag="Beta">
            This is a new service. <a href="#phase-banner">Say what is wrong with it</a>.
          </PhaseBanner>
        ),
      },
    ],
  },
]
