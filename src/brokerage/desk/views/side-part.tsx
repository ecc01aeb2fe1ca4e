import { Finding, Stages, Timeline } from '../../../core/ui/parts/index.ts'
import { preferencePath, spellPath } from '../../unmet/paths.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import { packageRecordPath } from '../paths.ts'
import type { PackageContent } from '../queries/package-content.ts'
import { pastMoment, shortHours, whenWords } from '../row-words.ts'

export interface SidePartProps {
  readonly slug: string
  readonly content: PackageContent
  readonly now: Date
}

/** Beside the offers: what providers know, what has happened, and what to do if nobody can. */
export const SidePart = (props: SidePartProps) => (
  <aside class="m-spaced" aria-label="About this package">
    <Known {...props} />
    <Past {...props} />
    <IfNobody {...props} />
  </aside>
)

/** The privacy steps, with each provider that was told more than the first and when. */
function Known({ content: { package: of, ladders }, now }: SidePartProps) {
  const offers = ladders.flatMap((ladder) => ladder.offers)
  const told = (stage: 'pen-picture' | 'person') =>
    offers.flatMap(({ organisation, reveals }) =>
      reveals
        .filter((one) => one.stage === stage)
        .map(({ revealedAt, withdrawnAt }) => ({
          standing: withdrawnAt === null,
          words: `${organisation}: ${whenWords(revealedAt, now)}${withdrawnAt ? `, taken back ${whenWords(withdrawnAt, now)}` : ''}`,
        })),
    )
  const [pen, person] = [told('pen-picture'), told('person')]
  const stands = person.some(({ standing }) => standing)
    ? 3
    : pen.some(({ standing }) => standing)
      ? 2
      : offers.length > 0
        ? 1
        : 0
  return (
    <>
      <Finding level={2} size={4}>
        What providers can see
      </Finding>
      <Stages
        label="What providers can see"
        stages={[
          {
            current: stands === 1,
            content: (
              <>
                <strong>With the offer:</strong> postcode district {of.district}, hours, time bands, need codes
              </>
            ),
          },
          {
            current: stands === 2,
            content: <ToldTo what="After they show interest: a description without names" told={pen} />,
          },
          {
            current: stands === 3,
            content: <ToldTo what="After they accept: name, address, contacts and risks" told={person} />,
          },
        ]}
      />
    </>
  )
}

function ToldTo({ what, told }: { readonly what: string; readonly told: readonly { readonly words: string }[] }) {
  const [when, tells] = what.split(/(?<=:) /)
  return (
    <>
      <strong>{when}</strong> {tells}
      {told.map(({ words }) => (
        <span class="m-under">{words}</span>
      ))}
    </>
  )
}

function Past({ slug, content: { happenings, more, package: of }, now }: SidePartProps) {
  return (
    <div class="m-spaced">
      <Finding level={2} size={4}>
        What has happened
      </Finding>
      <Timeline
        label="What has happened"
        events={happenings.map(({ at, words }) => ({ at: at.toISOString(), when: pastMoment(at, now), what: words }))}
      />
      {more ? (
        <p>
          <a href={packageRecordPath(slug, of.reference)}>All of it, as a file</a>
        </p>
      ) : null}
    </div>
  )
}

function IfNobody({ slug, content: { package: of, spells, unplaced } }: SidePartProps) {
  const spell = spells.find(({ endedOn, kind }) => endedOn === null && kind === 'need')
  const left = weeklyMinutes(unplaced?.lines ?? [])
  if (of.state === 'ended' || of.state === 'withdrawn') return null
  return (
    <div class="m-spaced">
      <Finding level={2} size={4}>
        If no one can take it
      </Finding>
      {spell ? (
        <p>
          {left > 0 ? `${shortHours(left)} a week is not placed. ` : ''}Record who helps meanwhile, what harm the wait
          does, and when to look again. It counts in the gap for this area within a minute.{' '}
          <a href={spellPath(slug, spell.id)}>Record as unmet</a>
        </p>
      ) : (
        <p>Nothing of this package is unmet today.</p>
      )}
      <p>
        Somebody who has care, but not as they wanted it:{' '}
        <a href={preferencePath(slug, of.reference)}>record the preference</a>
      </p>
    </div>
  )
}
