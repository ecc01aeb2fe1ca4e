import type { Partnership } from '../../../core/auth/index.ts'
import { DataTable, Finding, Lead, Section } from '../../../core/ui/parts/index.ts'
import { type Regulator, regulatorNames, regulators, sectors, sectorWords } from '../../../providers/index.ts'
import { dataPath, homePath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { heldText } from '../held.ts'
import { measuresPath } from '../paths.ts'
import type { WordsContent } from '../queries/words-content.ts'
import { saidSince } from '../word-lists.ts'
import { GroupSets } from './group-sets.tsx'
import { RatingScales } from './rating-scales.tsx'
import { Said } from './said.tsx'

export interface WordsPageProps extends WordsContent {
  readonly partnership: Partnership
}

/** Every kind of service, group of people, sector and grade by its name here, beside the regulators' words for it. */
export function WordsPage(props: WordsPageProps) {
  const { partnership, types, groups, terms, sets, scales, sources } = props
  const { slug, title } = partnership
  const registered = new Set(terms.filter(({ kind }) => kind === 'service-type').map(({ termKey }) => termKey))
  return (
    <StatementPage
      partnership={partnership}
      title="How services, groups and grades are named"
      description={`The names of services, groups of people and grades in the statement of ${title}, beside the words of both regulators.`}
      current="data"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Open data', href: dataPath(slug) },
        { content: 'Words' },
      ]}
    >
      <Finding level={1}>How services, groups and grades are named</Finding>
      <Lead>
        Two regulators keep registers in words of their own. Here each of their words stands beside the one that this
        statement uses for it. <a href={measuresPath(slug)}>How each measure is made</a> tells how they are counted.
      </Lead>
      <Section
        id="services"
        heading="Kinds of service"
        intro="A service that a register gives several kinds counts once, as the first of the kinds that fits it in the regulator’s list."
      >
        <DataTable
          caption="Kinds of service, with the words of both regulators"
          captionHidden
          columns={[{ heading: 'Here' }, ...columnsOf(terms), { heading: 'How it is counted' }]}
          stack
          rows={types
            .filter(({ key }) => registered.has(key))
            .map((type) => [
              <Name {...type} />,
              ...regulators.map((regulator) => (
                <Said terms={terms} regulator={regulator} kind="service-type" termKey={type.key} />
              )),
              countedText(type),
            ])}
        />
      </Section>
      <Section
        id="no-register"
        heading="Kinds of service that no register names"
        intro="They need no registration of their own, or are registered under another kind. What is known of them comes from documents."
      >
        <DataTable
          caption="Kinds of service that no register names"
          captionHidden
          columns={[{ heading: 'Here' }, { heading: 'Also called' }]}
          stack
          rows={types
            .filter(({ key }) => !registered.has(key))
            .map(({ name, otherNames }) => [name, otherNames.join(', ') || 'nothing else'])}
        />
      </Section>
      <Section
        id="no-service"
        heading="Words that mean no service here"
        intro="The registers name them; the statement does not count them as care and support."
      >
        <DataTable
          caption="Words of the registers that mean no service here"
          captionHidden
          columns={[{ heading: 'Regulator' }, { heading: 'Words' }]}
          stack
          rows={regulators.map((regulator) => [
            regulatorNames[regulator],
            <Said terms={terms} regulator={regulator} kind="service-type" termKey="" />,
          ])}
        />
      </Section>
      <Section id="groups" heading="Groups of people" intro="A service may be for several; nobody is counted by them.">
        <DataTable
          caption="Groups of people, with the words of both regulators"
          captionHidden
          columns={[{ heading: 'Here' }, ...columnsOf(terms)]}
          stack
          rows={[
            ...groups.map((group) => [
              <Name {...group} />,
              ...regulators.map((regulator) => (
                <Said terms={terms} regulator={regulator} kind="care-group" termKey={group.key} />
              )),
            ]),
            [
              'No group here',
              ...regulators.map((regulator) => (
                <Said terms={terms} regulator={regulator} kind="care-group" termKey="" />
              )),
            ],
          ]}
        />
      </Section>
      {sets.length > 0 ? <GroupSets slug={slug} title={title} sets={sets} sources={sources} /> : null}
      <Section
        id="sectors"
        heading="Who owns a service"
        intro="The English register says only that a body is an organisation. It is a charity when it has a charity number, in-house when it is a council, else private."
      >
        <DataTable
          caption="Sectors, with the words of both regulators"
          captionHidden
          columns={[{ heading: 'Here' }, ...columnsOf(terms)]}
          stack
          rows={[...sectors, '' as const].map((sector) => [
            sector === '' ? 'The word does not tell' : sectorWords[sector],
            ...regulators.map((regulator) => (
              <Said terms={terms} regulator={regulator} kind="sector" termKey={sector} />
            )),
          ])}
        />
      </Section>
      <RatingScales scales={scales} />
    </StatementPage>
  )
}

const nations: Readonly<Record<Regulator, string>> = { 'care-inspectorate': 'Scotland', cqc: 'England' }

/** A column for each regulator, with the day since when its words are these. */
const columnsOf = (terms: WordsContent['terms']) =>
  regulators.map((regulator) => ({
    heading: `${regulatorNames[regulator]}, ${nations[regulator]}`,
    phone: nations[regulator],
    under: <small>{heldText({ validFrom: saidSince(terms, regulator), validTo: null })}</small>,
  }))

function Name({ name, otherNames }: { readonly name: string; readonly otherNames: readonly string[] }) {
  return (
    <>
      {name}
      {otherNames.length > 0 ? <small class="m-under">Also: {otherNames.join(', ')}</small> : null}
    </>
  )
}

function countedText({ countedInPlaces, livedIn }: WordsContent['types'][number]): string {
  const counted = countedInPlaces ? 'In registered places' : 'In services'
  return livedIn ? `${counted}; people live there` : counted
}
