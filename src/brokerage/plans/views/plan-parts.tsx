import { number } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import { shortHours } from '../../desk/row-words.ts'
import { packagePath } from '../../paths.ts'
import { movedBetween } from '../moved.ts'
import { listWords } from '../obstacle-words.ts'
import { planPath } from '../paths.ts'
import { type PlanReading, readingOf } from '../plan-reading.ts'
import { mostSent } from '../sending.ts'
import type { PlanPartsProps } from './plan-props.ts'
import { PlacedTable, UnmetTable } from './plan-tables.tsx'

/** What a plan found, part by part, and the form by which it is asked again or acted on. */
export function PlanParts(props: PlanPartsProps) {
  const { run, partnership, mayPlace } = props
  const reading = readingOf(run.input, run.result, run.asked)
  const tables = (
    <>
      {reading.placed.length > 0 ? (
        <Section
          id="placed"
          heading="Who could take what"
          intro={`${number(reading.placed.length)} packages, in the order in which they wait.`}
        >
          <PlacedTable {...props} rows={reading.placed} />
        </Section>
      ) : null}
      {reading.unmet.length > 0 ? (
        <Section id="unmet" heading="Who stays without, and for want of what">
          <UnmetTable {...props} rows={reading.unmet} />
        </Section>
      ) : null}
    </>
  )
  return (
    <>
      <MovedPart {...props} />
      {mayPlace ? (
        <form method="post" action={planPath(partnership.slug, run.id)}>
          {tables}
          <Refusals {...props} />
          <p class="m-spaced">
            Offers are sent for at most {mostSent} packages at a time. Who is asked is decided by the rule, not by the
            plan.
          </p>
          <div class="m-btns m-spaced">
            <Button name="do" value="send" preventDoubleClick>
              Send offers by the rule
            </Button>
            <Button name="do" value="again" classes="govuk-button--secondary" preventDoubleClick>
              Ask again with these choices
            </Button>
          </div>
        </form>
      ) : (
        tables
      )}
      <RunsPart {...props} reading={reading} />
    </>
  )
}

/** What is proposed otherwise than by the plan before. */
function MovedPart({ partnership: { slug }, content: { before }, run }: PlanPartsProps) {
  if (!before?.input || !before.result) return null
  const moved = movedBetween({ input: before.input, result: before.result }, run)
  const words = (who: string | null | undefined) => (who === undefined ? 'Not in the plan' : (who ?? 'Nobody'))
  return (
    <Section
      id="moved"
      heading={
        moved.length === 0
          ? 'Nothing moved since the plan before'
          : `${number(moved.length)} ${moved.length === 1 ? 'package' : 'packages'} moved since the plan before`
      }
      intro={<a href={planPath(slug, before.id)}>The plan before</a>}
    >
      {moved.length === 0 ? (
        <p>Everybody is proposed to the same provider.</p>
      ) : (
        <DataTable
          caption="What is proposed otherwise"
          captionHidden
          columns={[{ heading: 'Package' }, { heading: 'Before' }, { heading: 'Now' }]}
          rows={moved.map(({ reference, from, to }) => [
            <a href={packagePath(slug, reference)}>{reference}</a>,
            words(from),
            words(to),
          ])}
        />
      )}
    </Section>
  )
}

/** Pairings that were refused, to be lifted; and what could not be kept. */
function Refusals({ run: { asked, input } }: PlanPartsProps) {
  const references = new Map(input.packages.map(({ packageId, reference }) => [packageId, reference]))
  const names = new Map(input.organisations.map(({ id, name }) => [id, name]))
  const refused = asked.refused.filter(({ packageId }) => references.has(packageId))
  return (
    <>
      {input.notKept.length > 0 ? (
        <p>{listWords(input.notKept)} could not be kept as asked: the provider can’t be asked for it any more.</p>
      ) : null}
      {refused.length > 0 ? (
        <fieldset class="govuk-fieldset m-spaced">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            Refused here: tick what may be proposed again
          </legend>
          <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
            {refused.map(({ packageId, organisationId }, at) => (
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id={`lift-${at}`}
                  name="lift"
                  value={`${packageId} ${organisationId}`}
                />
                <label class="govuk-label govuk-checkboxes__label" for={`lift-${at}`}>
                  {names.get(organisationId) ?? 'A provider that is gone'} for {references.get(packageId)}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}

/** What each provider would come to where. */
function RunsPart({ content: { names }, reading }: PlanPartsProps & { readonly reading: PlanReading }) {
  if (reading.runs.length === 0) return null
  return (
    <Section id="runs" heading="Runs: what each provider would come to where" intro="Hours a week, the most first.">
      <DataTable
        caption="Hours a week by provider and area"
        captionHidden
        columns={[
          { heading: 'Provider' },
          { heading: 'Area' },
          { heading: 'Packages', align: 'number' },
          { heading: 'Planned', unit: 'hours a week', align: 'number' },
          { heading: 'Given already', unit: 'hours a week', align: 'number' },
        ]}
        rows={reading.runs.map(({ organisation, codes, serviceType, packages, minutes, given }) => [
          organisation,
          <>
            {listWords(codes.map((code) => names.areas.get(code) ?? code))}
            <span class="m-under">{names.services.get(serviceType) ?? serviceType}</span>
          </>,
          number(packages),
          shortHours(minutes),
          shortHours(given),
        ])}
      />
    </Section>
  )
}
