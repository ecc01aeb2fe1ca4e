import { number, pounds } from '../../../core/ui/format.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import { shortHours } from '../../desk/row-words.ts'
import { packagePath } from '../../paths.ts'
import type { PlacedPackage } from '../../solving/placing-input.ts'
import { nextField, seenField } from '../forms.ts'
import { whyNotPath } from '../paths.ts'
import type { PlacedRow, UnmetRow } from '../plan-reading.ts'
import { isWaiting } from '../stale.ts'
import type { PlanPartsProps } from './plan-props.ts'

type OfPackage = PlanPartsProps & { readonly of: PlacedPackage }

/** The packages with whom the plan proposes, and what is to be done about each. */
export function PlacedTable(props: PlanPartsProps & { readonly rows: readonly PlacedRow[] }) {
  const { rows, mayPlace } = props
  return (
    <DataTable
      caption="Who could take what"
      captionHidden
      columns={[
        { heading: 'Package' },
        { heading: 'Hours a week', align: 'number' },
        { heading: 'Proposed' },
        { heading: 'Cost a week', align: 'number' },
        ...(mayPlace ? [{ heading: 'Next' }] : []),
      ]}
      rows={rows.map((row) => [
        <Wanted {...props} of={row.package} />,
        shortHours(row.package.minutes),
        <Proposed {...props} row={row} />,
        <>
          {pounds(row.cost)}
          {row.unpriced ? <span class="m-under">price not known</span> : null}
        </>,
        ...(mayPlace
          ? [
              <>
                <NextTime row={row} />
                <SendBox {...props} of={row.package} />
              </>,
            ]
          : []),
      ])}
    />
  )
}

/** The packages that stay without, with why. */
export function UnmetTable(props: PlanPartsProps & { readonly rows: readonly UnmetRow[] }) {
  const { rows, mayPlace } = props
  return (
    <DataTable
      caption="Who stays without, and for want of what"
      captionHidden
      columns={[
        { heading: 'Package' },
        { heading: 'Hours a week', align: 'number' },
        { heading: 'For want of what' },
        ...(mayPlace ? [{ heading: 'Next' }] : []),
      ]}
      rows={rows.map(({ package: of, why }) => [
        <Wanted {...props} of={of} />,
        shortHours(of.minutes),
        <Reasons why={why} />,
        ...(mayPlace ? [<SendBox {...props} of={of} />] : []),
      ])}
    />
  )
}

/** Sentences of which the first are shown at once. */
const shownAtOnce = 3

function Reasons({ why }: { readonly why: readonly string[] }) {
  const rest = why.slice(shownAtOnce)
  return (
    <>
      {why.slice(0, shownAtOnce).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {rest.length > 0 ? (
        <details class="m-under">
          <summary>{rest.length === 1 ? 'One reason more' : `${number(rest.length)} reasons more`}</summary>
          {rest.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </details>
      ) : null}
    </>
  )
}

function Wanted({ partnership: { slug }, content: { names }, of }: OfPackage) {
  return (
    <>
      <a href={packagePath(slug, of.reference)}>{of.reference}</a>{' '}
      {of.origin === 'hospital' ? <strong class="m-c-need">Hospital</strong> : null}
      <span class="m-under">
        {[names.areas.get(of.area) ?? of.area, names.services.get(of.serviceType), of.carers === 2 ? 'two carers' : '']
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  )
}

function Proposed({ partnership: { slug }, run, row }: PlanPartsProps & { readonly row: PlacedRow }) {
  const { organisation, place, places, kept, passed, package: of } = row
  const which = <span class="govuk-visually-hidden"> For {of.reference}.</span>
  return (
    <>
      {organisation}
      <span class="m-under">
        {place === 1 ? 'First' : `Number ${place}`} of {places} in the order{kept ? ', kept' : ''}.{' '}
        <a href={whyNotPath(slug, run.id, of.reference)}>
          Why not another?
          {which}
        </a>
      </span>
      {passed.length > 0 ? (
        <details class="m-under">
          <summary>
            {passed.length === 1 ? 'One stands before it' : `${number(passed.length)} stand before it`}
            {which}
          </summary>
          {passed.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </details>
      ) : null}
    </>
  )
}

/** What the next plan is to do with a package. */
function NextTime({ row: { package: of, organisationId, organisation, kept } }: { readonly row: PlacedRow }) {
  const name = nextField(of.packageId)
  return (
    <>
      <label class="govuk-visually-hidden" for={name}>
        The next plan: {of.reference} with {organisation}
      </label>
      <select class="govuk-select" id={name} name={name}>
        <option value="">Plan anew</option>
        <option value={`keep ${organisationId}`} selected={kept}>
          Keep this one
        </option>
        <option value={`not ${organisationId}`}>Not this one</option>
      </select>
    </>
  )
}

/** A box to tick for offers; where nobody waits any more there is none. */
function SendBox({ content: { standing }, of }: OfPackage) {
  const now = standing.get(of.packageId)
  if (!now || !isWaiting(now.state)) return <>Waits no longer</>
  const id = `send-${of.reference}`
  return (
    <>
      <input type="hidden" name={seenField(of.packageId)} value={String(now.version)} />
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" type="checkbox" id={id} name="send" value={of.packageId} />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            Send offers<span class="govuk-visually-hidden"> for {of.reference}</span>
          </label>
        </div>
      </div>
    </>
  )
}
