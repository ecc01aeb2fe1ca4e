import type { Column, Reading, Row } from '../../core/import/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { addDays } from '../../core/values/index.ts'
import type { Term } from '../../providers/index.ts'
import { type Role, roles } from '../standing.ts'
import type { PlaceOfFile } from './lot-of-file.ts'
import { columnsNamed, type PlainRow, plainRow } from './plain-row.ts'

/** What the rows of a file of lots are checked against. */
export interface LotContext {
  readonly service: (words: string) => Term | undefined
  readonly areaOf: (words: string) => { readonly code: string } | undefined
}

/** The columns of a file of lots. */
export const lotColumns: readonly Column[] = columnsNamed(
  {
    contract: ['contract reference', 'contract ref', 'contract number'],
    lot: ['lot number', 'lot no'],
    name: ['lot name', 'lot title'],
    service: ['service type', 'kind of service'],
    areas: ['area', 'areas served'],
    needs_lead: ['needs lead'],
    provider: ['supplier', 'provider name', 'supplier name'],
    provider_number: ['provider number', 'registration number'],
    role: [],
    rank: ['ranking'],
    from: ['start', 'start date', 'joined'],
    until: ['end', 'end date', 'left'],
    state: ['status'],
  },
  ['contract', 'lot'],
)

const roleWords = new Map(roles.map((role) => [role, role] as const))
const states = new Map([
  ['active', 'active'],
  ['suspended', 'suspended'],
  ['left', 'left'],
] as const)

/** A provider's place in a lot as a row of the file tells it, or everything that is wrong with the row. */
export function readLot(row: Row, known: LotContext): Reading<PlaceOfFile> {
  const plain = plainRow(row)
  const contract = plain.text('contract')
  if (contract === '') plain.refuse('contract', 'This is missing.')
  const service = plain.text('service') === '' ? null : known.service(plain.text('service'))
  if (service === undefined) plain.refuse('service', `No kind of service is called “${plain.text('service')}”.`)
  const [from, last] = [plain.day('from'), plain.day('until')]
  if (from && last && last < from) plain.refuse('until', `${longDate(last)} is before ${longDate(from)}.`)
  const value: PlaceOfFile = {
    line: plain.line,
    contract,
    lot: plain.text('lot'),
    name: plain.text('name'),
    service: service?.key ?? null,
    areas: readAreas(plain, known),
    needsLead: plain.yes('needs_lead'),
    provider: plain.text('provider'),
    providerNumber: plain.text('provider_number'),
    role: readRole(plain),
    rank: plain.count('rank'),
    from,
    until: last && addDays(last, 1),
    state: readState(plain),
  }
  if (value.provider === '' && plain.said('provider') !== '') {
    plain.wonder('provider', `“${plain.said('provider')}” names nobody: the lot is taken without a provider.`)
  }
  return plain.problems.length > 0 ? { problems: plain.problems } : { value, odd: plain.odd }
}

function readAreas(row: PlainRow, { areaOf }: LotContext): string[] {
  const words = row
    .text('areas')
    .split(/[;|]/)
    .map((word) => word.trim())
  return words.flatMap((word) => {
    const area = word === '' ? undefined : areaOf(word)
    if (word !== '' && !area) row.refuse('areas', `No area has the code or name “${word}”.`)
    return area ? [area.code] : []
  })
}

function readRole(row: PlainRow): Role {
  const role = row.oneOf('role', roleWords)
  if (row.text('role') !== '' && !role) row.refuse('role', `“${row.text('role')}” is no role: use ${roles.join(', ')}.`)
  return role ?? 'framework'
}

function readState(row: PlainRow): PlaceOfFile['state'] {
  const state = row.oneOf('state', states)
  if (row.text('state') !== '' && !state)
    row.refuse('state', `“${row.text('state')}” is no state: use active, suspended or left.`)
  return state ?? 'active'
}
