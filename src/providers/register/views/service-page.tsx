import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, Facts, PageTitle, Section, State, Timeline } from '../../../core/ui/parts/index.ts'
import { type DetailWords, differenceWords, fieldWords } from '../difference-words.ts'
import { registerServicePath } from '../paths.ts'
import type { ServiceHistory } from '../queries/history.ts'
import { regulatorNames } from '../register-words.ts'
import type { HistoryEvent } from '../service-history.ts'
import { RegisterFrame } from './register-frame.tsx'

export interface ServicePageProps {
  readonly partnership: Partnership
  readonly history: ServiceHistory
  readonly grade: DetailWords['grade']
}

/** Everything that registers said of one service: what it is, each change with its day, and the services of its line. */
export function ServicePage({ partnership, history, grade }: ServicePageProps) {
  const { latest, latestOn, number: id, regulator, present, demonstration, events, areaNames, line } = history
  const { slug } = partnership
  const words = { areaNames, grade }
  return (
    <RegisterFrame
      partnership={partnership}
      title={`${latest.name} on the register`}
      breadcrumbs={[{ content: latest.name }]}
    >
      <PageTitle
        heading={latest.name}
        note={`${regulatorNames[regulator]} ${id}. ${[latest.care_service, latest.subtype].filter(Boolean).join(': ')}, ${latest.provider_name ?? 'provider not said'}.${demonstration ? ' Invented for the demonstration.' : ''}`}
      />
      <Facts
        facts={[
          {
            term: `On ${longDate(latestOn)}`,
            value: present ? <State kind="done" word="On the register" /> : <State kind="stopped" word="Gone since" />,
          },
          { term: 'Registered places', value: latest.places === null ? 'None' : number(latest.places) },
          { term: 'Lowest grade', value: grade(latest.lowest_grade) },
          { term: 'Sector', value: latest.sector_word },
          { term: 'Area', value: fieldWords('place', latest.place ?? latest.council, words) },
        ]}
      />
      <Section id="history" heading={headingOf(events, present)}>
        <Timeline
          label={`What registers said of ${latest.name}`}
          events={events.map((event) => ({
            at: event.on,
            when: longDate(event.on),
            what: <EventWords event={event} words={words} />,
          }))}
        />
      </Section>
      <Section id="line" heading={line.length === 0 ? 'It goes on from no other number' : 'Its line of succession'}>
        {line.length === 0 ? (
          <p>Nobody has told that it goes on from another service, or that another goes on from it.</p>
        ) : (
          <DataTable
            caption={`Services in the line of ${latest.name}`}
            captionHidden
            columns={[{ heading: 'From' }, { heading: 'Before' }, { heading: 'Goes on as' }, { heading: 'Note' }]}
            rows={line.map((one) => [
              longDate(one.on),
              <Numbered slug={slug} history={history} number={one.earlierNumber} name={one.earlierName} />,
              <Numbered slug={slug} history={history} number={one.number} name={one.name} />,
              one.note ?? '–',
            ])}
          />
        )}
      </Section>
    </RegisterFrame>
  )
}

interface NumberedProps {
  readonly slug: string
  readonly history: ServiceHistory
  readonly number: string
  readonly name: string
}

/** A service of the line: a link, unless it is the one that is looked at. */
const Numbered = ({ slug, history, number: id, name }: NumberedProps) => (
  <>
    {id === history.number ? (
      <strong>{name}</strong>
    ) : (
      <a href={registerServicePath(slug, history.regulator, id)}>{name}</a>
    )}{' '}
    {id}
  </>
)

function headingOf(events: readonly HistoryEvent[], present: boolean): string {
  if (!present) return 'It is no longer on the register'
  const changed = events.filter(({ kind }) => kind === 'changed').length
  if (changed === 0) return 'Nothing about it has changed'
  return changed === 1 ? 'It changed once' : `It changed ${number(changed)} times`
}

const kinds = {
  first: 'First named by a register here.',
  changed: '',
  gone: 'No longer on the register.',
  back: 'On the register again.',
} as const

function EventWords({ event, words }: { readonly event: HistoryEvent; readonly words: DetailWords }) {
  const [only, ...more] = event.differences.map((difference) => differenceWords(difference, words))
  return (
    <>
      {kinds[event.kind]} {more.length === 0 ? only : null}
      {more.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {[only, ...more].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
