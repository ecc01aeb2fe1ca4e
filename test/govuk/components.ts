import * as govuk from '../../src/core/ui/govuk/index.ts'

/** Our component for each of the design system's, under the name of its folder there. */
export const components = {
  'back-link': govuk.BackLink,
  breadcrumbs: govuk.Breadcrumbs,
  button: govuk.Button,
  details: govuk.Details,
  'error-message': govuk.ErrorMessage,
  'error-summary': govuk.ErrorSummary,
  fieldset: govuk.Fieldset,
  hint: govuk.Hint,
  input: govuk.Input,
  'inset-text': govuk.InsetText,
  label: govuk.Label,
  'notification-banner': govuk.NotificationBanner,
  pagination: govuk.Pagination,
  'phase-banner': govuk.PhaseBanner,
  select: govuk.Select,
  'service-navigation': govuk.ServiceNavigation,
  'skip-link': govuk.SkipLink,
  'summary-list': govuk.SummaryList,
  table: govuk.Table,
  tag: govuk.Tag,
  'warning-text': govuk.WarningText,
} as const

export type ComponentName = keyof typeof components
