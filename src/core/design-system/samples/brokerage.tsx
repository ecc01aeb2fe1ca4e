import { Button } from '../../ui/govuk/index.ts'
import { ClockChip, IdentityBar, MiniLadder, OfferLadder, Stages, StoppedClock } from '../../ui/parts/index.ts'
import type { Specimen } from '../specimen.ts'
import { offerSteps } from './offer-steps.ts'

const now = new Date('2030-11-26T10:18:00Z')
const at = (time: string) => new Date(`2030-11-${time}:00Z`)

const clock: Specimen = {
  name: 'Clock chip',
  imports: 'ClockChip, StoppedClock from core/ui/parts',
  when: 'First in every row that somebody waits on. Give it now and due; it rounds down, so it never promises more time than there is.',
  states: [
    { name: 'Time left', show: <ClockChip now={now} due={at('26T12:00')} began={at('26T08:42')} /> },
    { name: 'Under 15 minutes', show: <ClockChip now={now} due={at('26T10:30')} began={at('26T08:00')} /> },
    { name: 'Late', show: <ClockChip now={now} due={at('26T09:40')} what="answer" /> },
    { name: 'Another day, by the clock', show: <ClockChip now={now} due={at('28T09:00')} began={at('25T09:00')} /> },
    {
      name: 'Another day, by a calendar of working hours',
      show: <ClockChip now={now} due={at('27T09:00')} began={at('26T09:00')} minutesLeft={522} />,
    },
    { name: 'Paused', show: <StoppedClock words="Paused" why="question from provider" /> },
    { name: 'Nothing left to try', show: <StoppedClock words="No steps left" why="since Monday 16:05" late /> },
  ],
}

const ladder: Specimen = {
  name: 'Offer ladder',
  imports: 'OfferLadder from core/ui/parts',
  when: 'On a package: whom the offer went to, whom it is with, and who would be asked next. Steps widen downwards, for each reaches more providers.',
  states: [
    { name: 'At the second of three steps', show: <OfferLadder label="Steps of the offer" steps={offerSteps} /> },
    {
      name: 'One step, nobody asked yet',
      show: (
        <OfferLadder
          label="Steps of a new offer"
          steps={[
            { heading: 'Step 1. Every provider on the framework', kind: 'next', note: 'not asked yet', offers: [] },
          ]}
        />
      ),
    },
  ],
}

const mini: Specimen = {
  name: 'Mini ladder',
  imports: 'MiniLadder from core/ui/parts',
  when: 'The offer ladder in the height of a row, with the step in words beside it.',
  states: [
    {
      name: 'First step',
      show: <MiniLadder steps={3} current={1} words="Step 1: lot lead" note="Example provider A" />,
    },
    {
      name: 'Second step',
      show: <MiniLadder steps={3} current={2} words="Step 2: area-wide" note="asks about parking" />,
    },
    {
      name: 'Every step tried',
      show: <MiniLadder steps={3} current={4} words="All steps tried" note="9 asked, none could" />,
    },
    { name: 'Five steps', show: <MiniLadder steps={5} current={4} words="Step 4: neighbouring areas" /> },
  ],
}

const identity: Specimen = {
  name: 'Identity bar',
  imports: 'IdentityBar, Facts from core/ui/parts',
  when: 'At the top of a page about one package, provider or contract. On a desk screen it stays in sight, so that nobody works on the wrong one. The name of a person does not belong in it.',
  states: [
    {
      name: 'A package',
      show: (
        <IdentityBar
          kind="Package"
          name="XX-PKG-00042"
          facts={[
            { term: 'Ward', value: 'Sample ward' },
            { term: 'Start wanted', value: '28 November 2030' },
            { term: 'Price at lot rate', value: '£294.00 a week' },
            { term: 'Waiting', value: '1 day 2 hours, from hospital', tone: 'need' },
            { term: 'Broker', value: 'Aila Example' },
          ]}
          actions={[
            <Button href="#identity-bar" classes="govuk-button--secondary">
              Change the package
            </Button>,
          ]}
        />
      ),
    },
    {
      name: 'A long name, two facts',
      show: (
        <IdentityBar
          kind="Provider"
          name="The Example Association for Care and Support at Home in the Northern and Western Sample Isles"
          facts={[
            { term: 'Registered', value: 'Care at home, housing support' },
            { term: 'Hours a week', value: '1,204' },
          ]}
        />
      ),
    },
  ],
}

const stages: Specimen = {
  name: 'Stages',
  imports: 'Stages from core/ui/parts',
  when: 'For what comes in a fixed order without dates, such as what a provider may see when.',
  states: [
    {
      name: 'At the first',
      show: (
        <Stages
          label="What providers can see"
          stages={[
            { content: [<strong>Now:</strong>, ' postcode district, hours, time bands'], current: true },
            { content: [<strong>After they show interest:</strong>, ' a description without names'] },
            { content: [<strong>After they accept:</strong>, ' name, address, contacts and risks'] },
          ]}
        />
      ),
    },
  ],
}

/** Parts for those who find a provider for a package. */
export const brokerageSpecimens = (): readonly Specimen[] => [identity, clock, ladder, mini, stages]
