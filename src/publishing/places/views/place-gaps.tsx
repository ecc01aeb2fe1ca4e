import { EmptyState, Section } from '../../../core/ui/parts/index.ts'
import { GapTable } from '../../gaps/views/gap-table.tsx'
import { sectionPath } from '../../paths.ts'
import type { PlacePageProps } from './place-props.ts'

const notKnown = 'Need against supply is not known here yet'

/** What is needed in an area, what there is and what is short, service by service. */
export function PlaceGaps({ partnership: { slug, title }, area, cells }: PlacePageProps) {
  const short = cells.filter(({ gap, shortages }) => (gap?.value ?? 0) > 0 || shortages.length > 0)
  const link = { text: `Need against supply over ${title}`, href: sectionPath(slug, 'gaps') }
  if (cells.length === 0) {
    return (
      <Section id="gaps" heading={notKnown}>
        <EmptyState
          what={`Need, supply and gap in ${area.name} stand here, service by service.`}
          why="No volumes, rates of need or register tell of this area."
          link={link}
        />
      </Section>
    )
  }
  return (
    <Section
      id="gaps"
      heading={
        cells.some(({ gap }) => gap) || short.length > 0
          ? headingOf(short.map(({ service }) => service.name))
          : notKnown
      }
      intro={<a href={link.href}>{link.text}</a>}
    >
      <GapTable slug={slug} caption={`Need, supply and gap in ${area.name}`} cells={cells} by="service" />
    </Section>
  )
}

function headingOf(short: readonly string[]): string {
  if (short.length === 0) return 'Nothing is known to be short'
  const names = short.slice(0, 3).map((name, i) => (i === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
  const all = short.length > 3 ? [...names, `${short.length - 3} more`] : names
  const list = all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
  return `Short: ${list}`
}
