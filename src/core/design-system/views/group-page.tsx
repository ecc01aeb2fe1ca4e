import { Finding, Lead, SectionIndex, withQuery } from '../../ui/parts/index.ts'
import { indexPath } from '../paths.ts'
import type { Group, SampleRequest, Specimen } from '../specimen.ts'
import { anchorOf } from './anchor.ts'
import { Frame } from './frame.tsx'

export interface GroupPageProps {
  readonly group: Group
  readonly specimens: readonly Specimen[]
  readonly request: SampleRequest
  readonly density: 'reading' | 'work'
}

/** The components of one group, each with its states. */
export function GroupPage({ group, specimens, request, density }: GroupPageProps) {
  const other = density === 'work' ? undefined : 'work'
  return (
    <Frame
      title={group.title}
      description={group.lead}
      current={group.slug}
      density={density}
      breadcrumbs={[{ content: 'Design system', href: indexPath() }, { content: group.title }]}
    >
      <div class="m-hero">
        <div>
          <Finding level={1}>{group.title}</Finding>
          <Lead>{group.lead}</Lead>
          <p class="m-meta">
            <span>{density === 'work' ? 'Shown as on the workbench.' : 'Shown as for reading.'}</span>
            <a href={withQuery(request.address, { density: other })}>
              {other ? 'Show as on the workbench' : 'Show as for reading'}
            </a>
          </p>
        </div>
        <SectionIndex
          label="Parts on this page"
          items={specimens.map(({ name }) => ({ text: name, href: `#${anchorOf(name)}` }))}
        />
      </div>
      {specimens.map((specimen) => (
        <SpecimenSection specimen={specimen} narrow={group.narrow ?? false} />
      ))}
    </Frame>
  )
}

function SpecimenSection({
  specimen: { name, imports, when, states },
  narrow,
}: {
  readonly specimen: Specimen
  readonly narrow: boolean
}) {
  return (
    <section class="m-sec" aria-labelledby={anchorOf(name)}>
      <div class="m-ds-head">
        <Finding level={2} id={anchorOf(name)}>
          {name}
        </Finding>
        <p>{when}</p>
        <p class="m-2">
          <code>{imports}</code>
        </p>
      </div>
      {states.map((state) => (
        <div class="m-ds-state">
          <p class="m-ds-name">{state.name}</p>
          <div class={narrow ? 'm-ds-narrow' : undefined}>{state.show}</div>
        </div>
      ))}
    </section>
  )
}
