import type { ReferenceArea } from './reference-area.ts'

const countyCode = 'E10000017'

const district = (
  code: string,
  name: string,
  earlierCode: string,
  otherNames: readonly string[] = [],
): ReferenceArea => ({
  code,
  name,
  kind: 'district',
  nation: 'england',
  otherNames,
  previousCodes: [earlierCode],
  parents: [{ hierarchy: 'administrative', code: countyCode }],
})

/** Lancashire County Council's area and its twelve districts; Blackburn with Darwen and Blackpool are outside it. */
export const lancashire: readonly ReferenceArea[] = [
  {
    code: countyCode,
    name: 'Lancashire',
    kind: 'county',
    nation: 'england',
    otherNames: ['Lancashire-12', 'Lancashire 12', 'Lancashire County'],
    previousCodes: ['30'],
    parents: [{ hierarchy: 'administrative', code: 'E92000001' }],
  },
  district('E07000117', 'Burnley', '30UD'),
  district('E07000118', 'Chorley', '30UE'),
  district('E07000119', 'Fylde', '30UF'),
  district('E07000120', 'Hyndburn', '30UG'),
  district('E07000121', 'Lancaster', '30UH', ['City of Lancaster', 'Lancaster City']),
  district('E07000122', 'Pendle', '30UJ'),
  district('E07000123', 'Preston', '30UK', ['City of Preston', 'Preston City']),
  district('E07000124', 'Ribble Valley', '30UL'),
  district('E07000125', 'Rossendale', '30UM'),
  district('E07000126', 'South Ribble', '30UN'),
  district('E07000127', 'West Lancashire', '30UP', ['West Lancs']),
  district('E07000128', 'Wyre', '30UQ'),
]
