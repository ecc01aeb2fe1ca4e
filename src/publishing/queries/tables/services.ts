import type { OpenService } from '../../../providers/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import { type OpenTable, sourceColumn, text, truth, whole } from './open-table.ts'

type Cell = readonly [PlainColumn, (service: OpenService) => PlainCell]

const cells: readonly Cell[] = [
  [text('as_of', 'Register as at', 'The day that the register shows.'), (one) => one.as_of],
  [text('regulator', 'Regulator', 'care-inspectorate or cqc.'), (one) => one.regulator],
  [text('number', 'Number', 'The regulator’s own number of the service.'), (one) => one.number],
  [text('name', 'Name', 'The name of the service.'), (one) => one.name],
  [text('care_service', 'Care service', 'What it is, in the regulator’s words.'), (one) => one.care_service],
  [text('subtype', 'Subtype', 'More on what it is, in the regulator’s words.'), (one) => one.subtype],
  [
    text('service_type', 'Kind of service', 'Key into the table of service types; empty where the words mean none.'),
    (one) => one.service_type,
  ],
  [
    text('care_groups', 'Care groups', 'Keys into the table of care groups, parted by |.'),
    (one) => one.care_groups.join('|') || null,
  ],
  [text('sector_word', 'Owner', 'Who owns it, in the regulator’s word.'), (one) => one.sector_word],
  [text('sector', 'Sector', 'private, voluntary, local-authority, nhs or other.'), (one) => one.sector],
  [truth('in_house', 'In-house', 'Whether the council or health board runs it.'), (one) => one.in_house],
  [text('council', 'Council', 'The code of its council.'), (one) => one.council],
  [text('area_code', 'Area code', 'The smallest area known here that it stands in.'), (one) => one.place],
  [text('area_name', 'Area', 'The name of that area.'), (one) => one.area_name],
  [text('town', 'Town', 'The town of its address.'), (one) => one.town],
  [text('provider_number', 'Provider number', 'The regulator’s number of the provider.'), (one) => one.provider_number],
  [text('provider_name', 'Provider', 'Who runs it.'), (one) => one.provider_name],
  [whole('places', 'Registered places', 'Empty where places are not registered.', 'places'), (one) => one.places],
  [whole('beds', 'Beds', 'Empty where there are none.', 'beds'), (one) => one.beds],
  [
    whole('lowest_grade', 'Lowest grade', 'Rank in the regulator’s scale, higher is better; empty when not graded.'),
    (one) => one.lowest_grade,
  ],
  [whole('highest_grade', 'Highest grade', 'Rank in the regulator’s scale.'), (one) => one.highest_grade],
  [text('graded_on', 'Graded', 'When the grades were published.'), (one) => one.graded_on],
  [text('inspected_on', 'Inspected', 'When it was last inspected.'), (one) => one.inspected_on],
  [text('registered_on', 'Registered', 'When it was registered.'), (one) => one.registered_on],
  [sourceColumn, (one) => one.source],
]

/** Every adult service of the latest register. */
export const servicesTable: OpenTable = {
  name: 'services',
  title: 'Registered services',
  description:
    'One row for each service for adults that is active on the regulator’s latest register, as it is registered. Grades are ranks: the table of rating scales has their words.',
  columns: cells.map(([column]) => column),
  key: ['regulator', 'number'],
  count: async (data) => (await data.registerCounts()).services,
  rows: async (data) => (await data.services()).map((service) => cells.map(([, of]) => of(service))),
}
