import type { Section } from '../evidence/index.ts'

/** The sections of a statement, in the order in which it is read. */
export const sections = [
  { slug: 'about', title: 'Who and where' },
  { slug: 'messages', title: 'Key messages' },
  { slug: 'population', title: 'Population' },
  { slug: 'demand', title: 'Need' },
  { slug: 'supply', title: 'Supply' },
  { slug: 'gaps', title: 'Gaps' },
  { slug: 'finance', title: 'Money' },
  { slug: 'workforce', title: 'Workforce' },
  { slug: 'pressures', title: 'Pressures' },
] as const satisfies readonly { slug: Section; title: string }[]

/** A section by its name in addresses. */
export type SectionSlug = Section

/** The section of an address, or undefined. */
export const sectionBySlug = (slug: string) => sections.find((section) => section.slug === slug)
