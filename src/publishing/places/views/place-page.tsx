import { number } from '../../../core/ui/format.ts'
import { Facts, Finding, Lead, Section } from '../../../core/ui/parts/index.ts'
import { codesWithin, kindName } from '../../../places/index.ts'
import { sumOf } from '../../../providers/index.ts'
import { homePath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { placesPath } from '../paths.ts'
import { LevelMap } from './level-map.tsx'
import { PlaceFigures } from './place-figures.tsx'
import { PlaceGaps } from './place-gaps.tsx'
import { PlaceLines } from './place-lines.tsx'
import { PlaceParts } from './place-parts.tsx'
import { PlacePeople } from './place-people.tsx'
import type { PlacePageProps } from './place-props.ts'
import { PlaceSupply } from './place-supply.tsx'

/** One area: where it lies, who lives there, what care there is and what is short. */
export function PlacePage(props: PlacePageProps) {
  const { partnership, area, lines, level, boundaries, hierarchies, tally, people, sources } = props
  const { slug, title } = partnership
  const { services, places } = sumOf(tally?.rows ?? [])
  const everyone = people?.rows[0]?.figures[0]
  return (
    <StatementPage
      partnership={partnership}
      title={`${area.name}: people, services and gaps`}
      description={`${area.name}, ${article(kindName(area.kind))} of ${title}: where it lies, who lives there, which care services there are and what is short.`}
      current="places"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Places', href: placesPath(slug) },
        { content: area.name },
      ]}
    >
      <Finding level={1}>{area.name}</Finding>
      <Lead>{leadOf(props)}</Lead>
      <Facts
        facts={[
          { term: 'Code', value: area.code },
          ...(everyone?.value ? [{ term: `People, ${everyone.period}`, value: number(everyone.value) }] : []),
          ...(services > 0 ? [{ term: 'Care services for adults', value: number(services) }] : []),
          ...(places > 0 ? [{ term: 'Registered places', value: number(places) }] : []),
        ]}
      />
      <Section id="where" heading="Where it lies">
        <div class={level ? 'm-cols m-cols--2' : undefined}>
          <div>
            <PlaceLines slug={slug} area={area} lines={lines} hierarchies={hierarchies} />
          </div>
          {level ? (
            <div>
              <LevelMap
                slug={slug}
                title={title}
                level={level}
                boundaries={boundaries}
                sources={sources}
                shown={{ name: area.name, codes: markedIn(props) }}
              />
            </div>
          ) : null}
        </div>
      </Section>
      <PlacePeople {...props} />
      <PlaceSupply {...props} />
      <PlaceGaps {...props} />
      <PlaceParts {...props} />
      <PlaceFigures {...props} />
    </StatementPage>
  )
}

/** The areas of the map that the page is about: itself and those in it, else the one that it lies in. */
function markedIn({ area, level, hierarchies }: PlacePageProps): ReadonlySet<string> {
  const inside = codesWithin(hierarchies, area.code)
  const shown = level?.areas.filter(({ code }) => inside.has(code)).map(({ code }) => code) ?? []
  if (shown.length > 0) return new Set(shown)
  return new Set(
    level?.areas.filter(({ code }) => codesWithin(hierarchies, code).has(area.code)).map(({ code }) => code),
  )
}

/** What it is and where, in a sentence. */
function leadOf({ partnership, area, lines }: PlacePageProps): string {
  const what = article(kindName(area.kind))
  if (area.code === partnership.areaCode) return `${upper(what)}: the whole of the area that this statement is about.`
  const above = lines.flatMap(({ areas }) => areas.at(-1) ?? []).filter(({ kind }) => kind !== 'country')
  const names = [...new Set(above.map(({ name }) => name))]
  if (names.length === 0) return `${upper(what)}.`
  return `${upper(what)} in ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}.`
}

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
