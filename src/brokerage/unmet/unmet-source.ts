import type { Source } from '../../evidence/index.ts'

/** Where counts of unmet need come from: what brokers record of each package as they place it. */
export const unmetSource: Source = {
  key: 'care-waited-for',
  title: 'Care waited for: records of brokerage',
  publisher: 'The partnership that shows it',
  published: null,
  edition: null,
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  url: null,
  note: 'Counted from the records of care packages, from assessed and ready to care in place, and brought up to date within a minute of each change.',
}
