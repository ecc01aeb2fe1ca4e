import type { ReferenceArea } from './reference-area.ts'

const council = (
  code: string,
  name: string,
  otherNames: readonly string[] = [],
  previousCodes: readonly string[] = [],
): ReferenceArea => ({
  code,
  name,
  kind: 'council',
  nation: 'scotland',
  otherNames,
  previousCodes,
  parents: [{ hierarchy: 'administrative', code: 'S92000003' }],
})

/**
 * The 32 Scottish council areas under the codes in force since April 2019.
 * Earlier codes ended when a boundary moved; register and statistics files before then still use them.
 */
export const councils: readonly ReferenceArea[] = [
  council('S12000033', 'Aberdeen City', ['Aberdeen', 'City of Aberdeen']),
  council('S12000034', 'Aberdeenshire'),
  council('S12000041', 'Angus'),
  council('S12000035', 'Argyll and Bute', ['Argyll & Bute']),
  council('S12000036', 'City of Edinburgh', ['Edinburgh', 'Edinburgh, City of', 'Edinburgh City']),
  council('S12000005', 'Clackmannanshire'),
  council('S12000006', 'Dumfries and Galloway', ['Dumfries & Galloway']),
  council('S12000042', 'Dundee City', ['Dundee', 'City of Dundee']),
  council('S12000008', 'East Ayrshire'),
  council('S12000045', 'East Dunbartonshire', [], ['S12000009']),
  council('S12000010', 'East Lothian'),
  council('S12000011', 'East Renfrewshire'),
  council('S12000014', 'Falkirk'),
  council('S12000047', 'Fife', [], ['S12000015']),
  council('S12000049', 'Glasgow City', ['Glasgow', 'City of Glasgow'], ['S12000043', 'S12000046']),
  council('S12000017', 'Highland', ['The Highland', 'Highlands']),
  council('S12000018', 'Inverclyde'),
  council('S12000019', 'Midlothian'),
  council('S12000020', 'Moray'),
  council('S12000013', 'Na h-Eileanan Siar', [
    'Eilean Siar',
    'Western Isles',
    'Na h-Eileanan an Iar',
    'Comhairle nan Eilean Siar',
    'Outer Hebrides',
  ]),
  council('S12000021', 'North Ayrshire'),
  council('S12000050', 'North Lanarkshire', [], ['S12000044']),
  council('S12000023', 'Orkney Islands', ['Orkney']),
  council('S12000048', 'Perth and Kinross', ['Perth & Kinross'], ['S12000024']),
  council('S12000038', 'Renfrewshire'),
  council('S12000026', 'Scottish Borders', ['Borders', 'The Scottish Borders']),
  council('S12000027', 'Shetland Islands', ['Shetland']),
  council('S12000028', 'South Ayrshire'),
  council('S12000029', 'South Lanarkshire'),
  council('S12000030', 'Stirling'),
  council('S12000039', 'West Dunbartonshire'),
  council('S12000040', 'West Lothian'),
]
