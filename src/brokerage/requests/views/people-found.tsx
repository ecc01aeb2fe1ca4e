import { number } from '../../../core/ui/format.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import type { Person } from '../queries/person.ts'

interface PeopleFoundProps {
  /** Nothing before anybody was looked for. */
  readonly found: { readonly people: readonly Person[]; readonly more: boolean } | undefined
  /** What is done with one of them. */
  readonly link: { readonly text: string; readonly href: (reference: string) => string }
}

/** The people whom somebody looked for. */
export function PeopleFound({ found, link }: PeopleFoundProps) {
  if (!found) return null
  return (
    <Section id="found" heading={foundWords(found)}>
      {found.people.length === 0 ? (
        <p class="govuk-body">Names are found by any part of them, postcodes by their beginning.</p>
      ) : (
        <DataTable
          caption="People found"
          captionHidden
          columns={[{ heading: 'Person' }, { heading: 'Address' }, { heading: 'Record' }, { heading: 'Next' }]}
          rows={found.people.map(({ reference, name, address, postcode, ownReference }) => [
            <>
              <strong>{name}</strong>
              <br />
              <small>{reference}</small>
            </>,
            `${address.replace(/\s*\n\s*/g, ', ')}, ${postcode}`,
            ownReference ?? 'none',
            <a class="govuk-link" href={link.href(reference)}>
              {link.text}
              <span class="m-vh">: {name}</span>
            </a>,
          ])}
        />
      )}
    </Section>
  )
}

function foundWords({ people, more }: { readonly people: readonly Person[]; readonly more: boolean }): string {
  if (people.length === 0) return 'Nobody is known by that'
  if (more) return `The first ${number(people.length)} people: type more of the name to see others`
  return people.length === 1 ? 'One person' : `${number(people.length)} people`
}
