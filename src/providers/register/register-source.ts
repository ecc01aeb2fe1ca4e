import type { Source } from '../../evidence/index.ts'
import type { Regulator } from './regulator.ts'

const licence = {
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

/** Where a register comes from, when nothing else is said. */
export const registerSources: Readonly<Record<Regulator, Source>> = {
  'care-inspectorate': {
    key: 'care-inspectorate-datastore',
    title: 'Datastore of care services',
    publisher: 'Care Inspectorate',
    published: null,
    edition: null,
    ...licence,
    url: 'https://www.careinspectorate.com/',
    note: 'Published every month. Names of childminders, and everybody’s phone numbers and e-mail addresses, are left out here.',
  },
  cqc: {
    key: 'cqc-directory',
    title: 'Care directory with filters',
    publisher: 'Care Quality Commission',
    published: null,
    edition: null,
    ...licence,
    url: 'https://www.cqc.org.uk/about-us/transparency/using-cqc-data',
    note: 'Published every month. Only care services are kept here: hospitals, doctors and dentists are left out.',
  },
}
