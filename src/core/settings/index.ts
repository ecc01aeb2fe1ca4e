export { type SectionChange, saveSection } from './commands.ts'
export { cookiesWith } from './cookies.ts'
export { fillInDemonstration } from './demonstration-settings.ts'
export {
  answer,
  complianceNames,
  type Difference,
  differences,
  type Fields,
  fieldsOf,
  questions,
} from './fields.ts'
export { type Mistake, readSection } from './forms.ts'
export { isLawfulBasis, type LawfulBasis, lawfulBases } from './lawful-basis.ts'
export { settingsMigrations } from './migrations/index.ts'
export { aboutPath, settingsPath } from './paths.ts'
export { hideBelow, type SettingsChange, type StandingSettings, settingsChanges, settingsOf } from './queries.ts'
export { settingsRoutes } from './routes.tsx'
export {
  type Accessibility,
  type Compliance,
  type Contact,
  hideBelowBounds,
  type Identity,
  isSection,
  type Privacy,
  type Publication,
  type Settings,
  type SettingsSection,
  sectionNames,
} from './settings.ts'
export { type Unfilled, unfilled } from './unfilled.ts'
