import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, Section, State } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import type { Suspension } from '../../../providers/index.ts'
import { liftPath } from '../paths.ts'
import type { ProviderPageProps } from './provider-page-props.ts'

/** When placing with a provider is or was suspended, why, and where that is lifted. */
export function ProviderSuspensions({
  partnership: { slug },
  organisation,
  suspensions,
  now,
  mayWrite,
}: ProviderPageProps) {
  return (
    <Section id="suspensions" heading={headingOf(suspensions.length)}>
      {suspensions.length === 0 ? (
        <p class="m-2">New care can be placed with {organisation.name} wherever it has a place in a lot.</p>
      ) : (
        <DataTable
          caption="Suspensions of placing"
          captionHidden
          columns={[{ heading: 'From' }, { heading: 'Last day' }, { heading: 'Reason' }, { heading: 'State' }]}
          rows={suspensions.map((one) => [
            longDate(londonDate(one.from)),
            one.until ? longDate(londonDate(new Date(one.until.getTime() - 1))) : 'Until it is lifted',
            one.reason,
            <Now suspension={one} now={now} lift={mayWrite ? liftPath(slug, organisation.id, one.id) : undefined} />,
          ])}
        />
      )}
    </Section>
  )
}

function headingOf(count: number): string {
  if (count === 0) return 'Placing was never suspended'
  return count === 1 ? 'Placing was suspended once' : `Placing was suspended ${number(count)} times`
}

function Now({ suspension, now, lift }: { suspension: Suspension; now: Date; lift: string | undefined }) {
  if (suspension.until !== null && suspension.until <= now) return <State kind="done" word="Over" />
  const begun = suspension.from <= now
  return (
    <>
      <State kind={begun ? 'stopped' : 'planned'} word={begun ? 'Suspended' : 'To come'} />
      {lift ? (
        <>
          {' '}
          <a href={lift}>
            {begun ? 'Lift' : 'Take back'}
            <span class="m-vh"> the suspension from {longDate(londonDate(suspension.from))}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
