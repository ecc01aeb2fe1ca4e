import type { Partnership } from '../../auth/index.ts'
import {
  aboutPath,
  answer,
  fieldsOf,
  isSection,
  questions,
  type SettingsChange,
  type SettingsSection,
  type StandingSettings,
  sectionNames,
} from '../../settings/index.ts'
import { NotificationBanner, SummaryList } from '../../ui/govuk/index.ts'
import { moment } from '../../ui/moment.ts'
import { PageTitle, Section, Timeline } from '../../ui/parts/index.ts'
import type { Id } from '../../values/index.ts'
import { sectionPath } from '../paths.ts'
import { AdminPage } from './admin-page.tsx'
import { BrandPreview } from './brand-preview.tsx'
import { TypedLines } from './typed-lines.tsx'

export interface SettingsPageProps {
  readonly partnership: Partnership
  readonly settings: StandingSettings
  readonly changes: readonly SettingsChange[]
  /** Names of those who changed something. */
  readonly names: ReadonlyMap<Id, string>
  /** The section that was just saved. */
  readonly saved: string | undefined
}

const shownOn: { readonly [section in SettingsSection]: string } = {
  identity: 'At the top of every page.',
  contact: 'On the accessibility statement and the privacy notice.',
  accessibility: 'On the accessibility statement.',
  privacy: 'On the privacy notice.',
  publication: 'On every page and in every file that shows numbers of people.',
}

/** Everything that a partnership sets for itself, with what is not filled in, and who changed what last. */
export function SettingsPage({ partnership, settings, changes, names, saved }: SettingsPageProps) {
  const { slug } = partnership
  const sections = Object.keys(sectionNames) as SettingsSection[]
  return (
    <AdminPage partnership={partnership} title="Settings" current="settings" atTop>
      {saved && isSection(saved) ? <NotificationBanner type="success" text={`${sectionNames[saved]}: saved.`} /> : null}
      <PageTitle
        heading="Settings"
        note={
          <>
            What the pages of {partnership.title} say about it: its{' '}
            <a href={aboutPath('accessibility', slug)}>accessibility statement</a>,{' '}
            <a href={aboutPath('privacy', slug)}>privacy notice</a> and <a href={aboutPath('cookies', slug)}>cookies</a>
            .
          </>
        }
      />
      {sections.map((section) => (
        <Section id={section} heading={sectionNames[section]} intro={shownOn[section]}>
          {section === 'identity' ? <BrandPreview {...settings.identity} /> : null}
          <SummaryList
            rows={questions[section].map((question) => {
              const said = answer(question, fieldsOf(settings[section]))
              return {
                key: question.label,
                value: { content: said === '' ? 'Not filled in' : <TypedLines text={said} /> },
                actions: {
                  items: [
                    {
                      href: `${sectionPath(section)}#${question.names[0]}`,
                      content: said === '' ? 'Fill in' : 'Change',
                      visuallyHiddenText: question.label.toLowerCase(),
                    },
                  ],
                },
              }
            })}
          />
        </Section>
      ))}
      {changes.length > 0 ? (
        <Section id="changes" heading="Last changes">
          <Timeline
            label="The last changes of the settings"
            events={changes.map(({ section, changedAt, changedBy }) => ({
              at: changedAt.toISOString(),
              when: moment(changedAt),
              what: `${sectionNames[section]}, by ${changedBy ? (names.get(changedBy) ?? 'a former colleague') : 'a command on the machine'}`,
            }))}
          />
        </Section>
      ) : null}
    </AdminPage>
  )
}
