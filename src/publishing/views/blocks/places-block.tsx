import { Section } from '../../../core/ui/parts/index.ts'
import type { AreaNode, Hierarchy } from '../../../places/index.ts'

const headings: Record<string, string> = {
  administrative: 'Council',
  ward: 'Wards',
  locality: 'Localities',
  'health-board': 'Health board',
  'integration-authority': 'Integration authority',
  zone: 'Zones',
  system: 'The wider system',
}

/** Where the partnership is: each way in which its ground is divided, from the top down, with codes. */
export function PlacesBlock({ title, hierarchies }: { title: string; hierarchies: readonly Hierarchy[] }) {
  if (hierarchies.length === 0) return null
  return (
    <Section
      id="places"
      heading={`${title} is divided in ${hierarchies.length === 1 ? 'one way' : `${hierarchies.length} ways`}`}
      intro="One place belongs to several. Codes are the official ones, unless a note says otherwise."
    >
      <div class="m-hierarchies">
        {hierarchies.map(({ hierarchy, roots }) => (
          <div>
            <h3 class="m-h4">{headings[hierarchy] ?? hierarchy}</h3>
            <Nodes nodes={roots} />
          </div>
        ))}
      </div>
    </Section>
  )
}

function Nodes({ nodes }: { nodes: readonly AreaNode[] }) {
  const common = nodes.length > 1 && nodes.every((node) => node.note === nodes[0]?.note) ? nodes[0]?.note : null
  return (
    <>
      {common ? <p class="m-under">{common}</p> : null}
      <ul class="m-tree">
        {nodes.map((node) => (
          <li>
            {node.name} <span class="m-2 m-code">{node.code}</span>
            {node.note && !common ? <small class="m-under">{node.note}</small> : null}
            {node.children.length > 0 ? <Nodes nodes={node.children} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
