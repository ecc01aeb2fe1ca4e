import { brandProblem } from '../ui/layout/brand.ts'

/** What a partnership is written with, as files and commands name it. */
export const partnershipKeys = [
  'slug',
  'name',
  'title',
  'kind',
  'nation',
  'area_code',
  'prefix',
  'brand_colour',
  'website',
] as const
export type PartnershipKey = (typeof partnershipKeys)[number]

const forms: readonly { key: PartnershipKey; form: RegExp; reason: string }[] = [
  {
    key: 'slug',
    form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    reason: 'The slug takes small letters, digits and single hyphens.',
  },
  { key: 'name', form: /./, reason: 'The name is missing.' },
  { key: 'title', form: /./, reason: 'The title is missing.' },
  {
    key: 'kind',
    form: /^(health-and-social-care-partnership|council)$/,
    reason: 'The kind must be health-and-social-care-partnership or council.',
  },
  { key: 'nation', form: /^(scotland|england)$/, reason: 'The nation must be scotland or england.' },
  { key: 'area_code', form: /^[A-Z]\d{8}$/, reason: 'The area must be an official code such as S12000040.' },
  { key: 'prefix', form: /^[A-Z]{2,5}$/, reason: 'The prefix must be two to five capitals.' },
]

/** What is wrong with the details of a partnership, a sentence for each. */
export function partnershipProblems(
  given: (key: PartnershipKey) => string,
): { readonly key: PartnershipKey; readonly reason: string }[] {
  const problems = forms.filter(({ key, form }) => !form.test(given(key))).map(({ key, reason }) => ({ key, reason }))
  const colour = brandProblem(given('brand_colour'))
  return colour ? [...problems, { key: 'brand_colour', reason: colour }] : problems
}
