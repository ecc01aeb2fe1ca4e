import { englishKinds, type Kind, scottishKinds } from './kinds.ts'

/** A piece of ground that services stand in. */
export interface Ground {
  /** Official code of a ward or district, and its name; '' where services stand in the council area as a whole. */
  readonly code: string
  readonly name: string
  /** A town that does not exist. */
  readonly town: string
  /** How many services stand here, against the others. */
  readonly weight: number
  /** Tenth of deprivation around which its services lie, 1 the most deprived; none where the register gives none. */
  readonly decile?: number
}

/** A council as the invented register pictures it. */
export interface Council {
  readonly partnership: string
  /** Its code, and its name as the register has it. */
  readonly code: string
  readonly name: string
  readonly regulator: 'care-inspectorate' | 'cqc'
  /** Numbers of postcode districts begin here: ZZ is no postcode area. */
  readonly firstDistrict: number
  readonly grounds: readonly Ground[]
  /** How many services of each kind there are on the first day. */
  readonly kinds: readonly (readonly [Kind, number])[]
}

const ground = (code: string, name: string, town: string, weight: number, decile?: number): Ground => ({
  code,
  name,
  town,
  weight,
  ...(decile === undefined ? {} : { decile }),
})

const { older, dementia, learning, mental, physical, breaks, home, day, housing, lives, nurses, children } =
  scottishKinds

const westLothian: Council = {
  partnership: 'west-lothian',
  code: 'S12000040',
  name: 'West Lothian',
  regulator: 'care-inspectorate',
  firstDistrict: 1,
  grounds: [
    ground('S13002820', 'Linlithgow', 'Exampleton', 3, 8),
    ground('S13002821', 'Broxburn, Uphall and Winchburgh', 'Sampleford', 4, 6),
    ground('S13002822', 'Livingston North', 'Inventburgh', 4, 6),
    ground('S13002823', 'Livingston South', 'Specimen Mains', 5, 4),
    ground('S13002824', 'East Livingston and East Calder', 'Pretendhill', 4, 5),
    ground('S13002825', 'Fauldhouse and the Breich Valley', 'Fictionhaven', 2, 2),
    ground('S13002826', 'Whitburn and Blackburn', 'Notional Cross', 3, 2),
    ground('S13002827', 'Bathgate', 'Imaginary Brae', 5, 4),
    ground('S13002828', 'Armadale and Blackridge', 'Supposed Bridge', 2, 3),
  ],
  kinds: [
    [older, 7],
    [dementia, 6],
    [learning, 7],
    [physical, 1],
    [breaks, 1],
    [home, 26],
    [day, 8],
    [housing, 17],
    [lives, 1],
    [nurses, 2],
    [children, 3],
  ],
}

// The document names three localities in a picture that is lost: its services stand in the council area as a whole.
const inverclyde: Council = {
  partnership: 'inverclyde',
  code: 'S12000018',
  name: 'Inverclyde',
  regulator: 'care-inspectorate',
  firstDistrict: 21,
  grounds: [
    ground('', '', 'Exampleness', 5, 1),
    ground('', '', 'Samplebank', 3, 5),
    ground('', '', 'Inventpoint', 2, 8),
  ],
  kinds: [
    [older, 6],
    [dementia, 5],
    [learning, 2],
    [mental, 1],
    [home, 11],
    [day, 5],
    [housing, 9],
    [lives, 1],
    [children, 2],
  ],
}

const eastLothian: Council = {
  partnership: 'east-lothian',
  code: 'S12000010',
  name: 'East Lothian',
  regulator: 'care-inspectorate',
  firstDistrict: 31,
  grounds: [
    ground('', '', 'Examplelinks', 4, 4),
    ground('', '', 'Sampleshore', 3, 6),
    ground('', '', 'Inventlaw', 2, 8),
  ],
  kinds: [
    [older, 5],
    [dementia, 5],
    [learning, 1],
    [breaks, 1],
    [home, 14],
    [day, 9],
    [housing, 9],
    [lives, 1],
    [children, 1],
  ],
}

const england = englishKinds

const lancashire: Council = {
  partnership: 'lancashire',
  code: 'E10000017',
  name: 'Lancashire',
  regulator: 'cqc',
  firstDistrict: 41,
  grounds: [
    ground('E07000117', 'Burnley', 'Exampleburn', 8),
    ground('E07000118', 'Chorley', 'Sampleley', 9),
    ground('E07000119', 'Fylde', 'Inventsea', 9),
    ground('E07000120', 'Hyndburn', 'Specimenden', 6),
    ground('E07000121', 'Lancaster', 'Pretendcaster', 12),
    ground('E07000122', 'Pendle', 'Fictionle', 7),
    ground('E07000123', 'Preston', 'Imaginaryton', 10),
    ground('E07000124', 'Ribble Valley', 'Notionalroe', 4),
    ground('E07000125', 'Rossendale', 'Supposedale', 5),
    ground('E07000126', 'South Ribble', 'Mocking Moss', 8),
    ground('E07000127', 'West Lancashire', 'Trialskirk', 9),
    ground('E07000128', 'Wyre', 'Placeholder Sands', 12),
  ],
  kinds: [
    [england.nursing, 36],
    [england.residential, 50],
    [england.dementiaNursing, 26],
    [england.dementiaResidential, 46],
    [england.councilHome, 17],
    [england.younger, 18],
    [england.mental, 6],
    [england.home, 46],
    [england.living, 16],
    [england.extra, 5],
    [england.lives, 1],
  ],
}

/** The four councils of the demonstration. */
export const councils: readonly Council[] = [westLothian, inverclyde, eastLothian, lancashire]
