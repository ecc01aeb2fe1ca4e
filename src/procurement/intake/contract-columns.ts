import { type Column, matchColumns } from '../../core/import/index.ts'
import { columnsNamed } from './plain-row.ts'

/** The columns of a contract register, by the names that councils give them; of start and end one will do. */
export function contractColumns(header: readonly string[]): readonly Column[] {
  const end = columns.filter(({ key }) => key === 'end')
  const hasEnd = matchColumns(header, end).found.size > 0
  return hasEnd ? columns : columns.map((column) => (column.key === 'start' ? { ...column, optional: false } : column))
}

const columns = columnsNamed(
  {
    reference: ['contract reference', 'contract ref', 'contract number', 'contract no', 'contract id', 'ref', 'ref no'],
    title: ['contract title', 'contract name', 'name of contract', 'contract', 'title of agreement'],
    kind: ['contract type', 'type of contract', 'type'],
    method: ['procurement route', 'procedure', 'procurement procedure', 'route to market'],
    market_area: ['market area'],
    service: ['service type', 'kind of service', 'category'],
    care_groups: ['care group', 'client group', 'client groups'],
    suppliers: ['supplier', 'supplier name', 'suppliers name', 'provider', 'providers', 'contractor', 'contractors'],
    start: ['start date', 'contract start', 'contract start date', 'commencement date', 'date from'],
    end: ['end date', 'contract end', 'contract end date', 'expiry date', 'current end date', 'date to'],
    options: ['extension options', 'option to extend', 'extension', 'extensions', 'extension period'],
    extended_to: ['extended to', 'extended until'],
    decide_by: ['decide by', 'decision date'],
    national_framework: ['national framework'],
    decided_by: ['decided by'],
    allocation: [],
    monitoring: [],
    notice_months: ['notice period', 'notice period (months)', 'notice'],
    review_months: ['review every (months)'],
    last_reviewed: ['last reviewed', 'last review', 'last review date'],
    yearly_value: ['annual value', 'annual contract value', 'value per annum', 'yearly value', 'annual spend'],
    value_basis: ['value basis'],
    block_units: [],
    block_minimum: [],
    block_unit: [],
    successor_start: [],
    successor_end: [],
    follows: ['replaces'],
    source: [],
    locus: [],
    moved_years: [],
    note: ['notes', 'comments'],
    published: [],
  },
  ['title'],
)
