import { Section } from '../../../core/ui/parts/index.ts'
import { type AreaNode, type Hierarchy, hierarchyName } from '../../../places/index.ts'
import { placePath } from '../../places/paths.ts'

export interface PlacesBlockProps {
  readonly slug: string
  readonly title: string
  readonly hierarchies: readonly Hierarchy[]
}

/** Where the partnership is: each way in which its ground is divided, from the top down, with codes. Areas that it works with are links. */
export function PlacesBlock({ slug, title, hierarchies }: PlacesBlockProps) {
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
            <h3 class="m-h4">{hierarchyName(hierarchy)}</h3>
            <Nodes slug={slug} nodes={roots} top />
          </div>
        ))}
      </div>
    </Section>
  )
}

function Nodes({ slug, nodes, top }: { slug: string; nodes: readonly AreaNode[]; top?: boolean }) {
  const common = nodes.length > 1 && nodes.every((node) => node.note === nodes[0]?.note) ? nodes[0]?.note : null
  return (
    <>
      {common ? <p class="m-under">{common}</p> : null}
      <ul class="m-tree">
        {nodes.map((node) => (
          <li>
            {top ? node.name : <a href={placePath(slug, node.code)}>{node.name}</a>}{' '}
            <span class="m-2 m-code">{node.code}</span>
            {node.note && !common ? <small class="m-under">{node.note}</small> : null}
            {node.children.length > 0 ? <Nodes slug={slug} nodes={node.children} /> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
