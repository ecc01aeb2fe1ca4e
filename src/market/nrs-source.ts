import type { Source } from '../evidence/index.ts'
import type { EditionName } from './edition.ts'

/** Where files in the layout of National Records of Scotland come from, when nothing else is said. */
export const nrsSource = ({ kind, vintage }: EditionName): Source => ({
  key: `nrs-${kind}s-${vintage}`,
  title: kind === 'projection' ? 'Population projections for Scottish areas' : 'Mid-year population estimates',
  publisher: 'National Records of Scotland',
  published: null,
  edition: kind === 'projection' ? `${vintage}-based` : `Series to mid-${vintage}`,
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  url: `https://www.opendata.nhs.scot/dataset/population-${kind}s`,
  note: null,
})
