import type { Partnership } from '../../auth/index.ts'
import { type Difference, type Fields, type SettingsSection, sectionNames } from '../../settings/index.ts'
import { BackLink, Button } from '../../ui/govuk/index.ts'
import { DataTable, PageTitle } from '../../ui/parts/index.ts'
import { adminPaths, sectionPath } from '../paths.ts'
import { AccessibilityFields } from './accessibility-fields.tsx'
import { AdminPage } from './admin-page.tsx'
import { ContactFields } from './contact-fields.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { type FormMistake, MistakeSummary } from './mistake-summary.tsx'
import { PrivacyFields } from './privacy-fields.tsx'
import { PublicationFields } from './publication-fields.tsx'

export interface SettingsSectionPageProps {
  readonly partnership: Partnership
  readonly section: SettingsSection
  /** The version that the form was opened on. */
  readonly version: number
  readonly fields: Fields
  readonly mistakes: readonly FormMistake[]
  /** What a colleague saved meanwhile, beside what was typed. */
  readonly differ: readonly Difference[]
}

const fieldsFor = {
  identity: IdentityFields,
  contact: ContactFields,
  accessibility: AccessibilityFields,
  privacy: PrivacyFields,
  publication: PublicationFields,
}

/** The form for one section of the settings; with what a colleague saved in the meantime, when somebody did. */
export function SettingsSectionPage(props: SettingsSectionPageProps) {
  const { partnership, section, version, fields, mistakes, differ } = props
  const SectionFields = fieldsFor[section]
  const title = sectionNames[section]
  return (
    <AdminPage partnership={partnership} title={title} current="settings" mistakes={mistakes.length > 0}>
      <BackLink href={adminPaths.settings}>Settings</BackLink>
      <MistakeSummary mistakes={mistakes} />
      <PageTitle heading={title} />
      {differ.length > 0 ? (
        <DataTable
          caption="What is saved now, and what you typed. Save again to put yours in its place."
          columns={[{ heading: 'Question' }, { heading: 'Saved now' }, { heading: 'You typed' }]}
          stack
          rows={differ.map(({ label, saved, typed }) => [label, saved || 'Nothing', typed || 'Nothing'])}
        />
      ) : null}
      <form
        method="post"
        action={sectionPath(section)}
        novalidate
        class={differ.length > 0 ? 'm-read m-sec' : 'm-read'}
      >
        <input type="hidden" name="version" value={String(version)} />
        <SectionFields fields={fields} mistakes={mistakes} demonstration={partnership.demonstration} />
        <div class="govuk-button-group">
          <Button>Save</Button>
          {section === 'identity' ? (
            <Button classes="govuk-button--secondary" name="action" value="preview">
              Preview the colour
            </Button>
          ) : null}
          <a class="govuk-link" href={adminPaths.settings}>
            Cancel
          </a>
        </div>
      </form>
    </AdminPage>
  )
}
