import { Finding, Lead, Section } from '../../ui/parts/index.ts'
import { groupPath, samplePagePath } from '../paths.ts'
import type { SamplePage } from '../sample-pages.ts'
import type { Group } from '../specimen.ts'
import { anchorOf } from './anchor.ts'
import { Frame } from './frame.tsx'

export interface IndexPageProps {
  readonly groups: readonly Group[]
  readonly pages: readonly SamplePage[]
}

/** Every component by its group, and whole pages made of them. */
export function IndexPage({ groups, pages }: IndexPageProps) {
  return (
    <Frame title="Design system" description="Every part that Mercat’s pages are made of, with its states.">
      <div class="m-title">
        <Finding level={1}>The parts that pages are made of</Finding>
        <Lead>Each with its states, when to use it, and the name it is imported by.</Lead>
      </div>
      <div class="m-ds-groups">
        {groups.map((group) => (
          <section aria-labelledby={group.slug}>
            <Finding level={2} size={3} id={group.slug}>
              <a href={groupPath(group.slug)}>{group.title}</a>
            </Finding>
            <p class="m-small m-2">{group.lead}</p>
            <ul>
              {group.specimens({ address: groupPath(group.slug), query: {} }).map(({ name }) => (
                <li>
                  <a href={`${groupPath(group.slug)}#${anchorOf(name)}`}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Section id="pages" heading="Whole pages" intro="With a masthead, a viewer, awkward names, and both densities.">
        <ul class="m-ds-pages">
          {pages.map(({ name, title }) => (
            <li>
              <a href={samplePagePath(name)}>{title}</a>
            </li>
          ))}
        </ul>
      </Section>
    </Frame>
  )
}
