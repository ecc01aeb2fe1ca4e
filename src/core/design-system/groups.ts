import { brokerageSpecimens } from './samples/brokerage.tsx'
import { chartSpecimens } from './samples/charts.tsx'
import { choiceSpecimens } from './samples/choices.tsx'
import { contentSpecimens } from './samples/content.tsx'
import { disclosureSpecimens } from './samples/disclosure.tsx'
import { fieldSpecimens } from './samples/fields.tsx'
import { figureSpecimens } from './samples/figures.tsx'
import { frameSpecimens } from './samples/frames.tsx'
import { gapSpecimens } from './samples/gaps.tsx'
import { navigationSpecimens } from './samples/navigation.tsx'
import { procurementSpecimens } from './samples/procurement.tsx'
import { statusSpecimens } from './samples/status.tsx'
import { tableSpecimens } from './samples/tables.tsx'
import { typeSpecimens } from './samples/type-and-colour.tsx'
import type { Group } from './specimen.ts'

/** Every group of components, in the order of the index. */
export const groups: readonly Group[] = [
  {
    slug: 'forms',
    title: 'Forms',
    lead: 'How people answer: one question after another, in one column, with everything they typed kept.',
    narrow: true,
    specimens: () => [...fieldSpecimens(), ...choiceSpecimens()],
  },
  {
    slug: 'navigation',
    title: 'Navigation',
    lead: 'How people find their way, see where they are and get back.',
    specimens: () => [...navigationSpecimens(), ...frameSpecimens()],
  },
  {
    slug: 'content',
    title: 'Content',
    lead: 'How pages say what they say: headings that are findings, and text no wider than the eye likes.',
    specimens: () => [...contentSpecimens(), ...disclosureSpecimens()],
  },
  {
    slug: 'status',
    title: 'Status',
    lead: 'How pages say how things stand: always in words, with a glyph where many are compared.',
    specimens: () => statusSpecimens(),
  },
  {
    slug: 'tables-and-filters',
    title: 'Tables and filters',
    lead: 'How many things are shown, sorted, narrowed and taken away as a file.',
    specimens: (request) => tableSpecimens(request),
  },
  {
    slug: 'charts',
    title: 'Figures and charts',
    lead: 'How numbers are told: a finding, a number, a comparison, a drawing with its table, a source.',
    specimens: () => [...figureSpecimens(), ...chartSpecimens(), ...gapSpecimens()],
  },
  {
    slug: 'procurement-and-brokerage',
    title: 'Procurement and brokerage',
    lead: 'How agreements, offers, clocks and decisions are shown to those who work with them all day.',
    specimens: () => [...procurementSpecimens(), ...brokerageSpecimens()],
  },
  {
    slug: 'type-and-colour',
    title: 'Type and colour',
    lead: 'Two typefaces, two inks that mean something, and one shape.',
    specimens: () => typeSpecimens(),
  },
]
