import { Button, type Content, Details, Select } from '../../../core/ui/govuk/index.ts'
import { packagePath } from '../../paths.ts'
import type { PackageContent } from '../queries/package-content.ts'
import { poolName } from '../row-words.ts'

export interface PackageFormProps {
  readonly slug: string
  readonly content: PackageContent
  readonly children: Content
}

/** A form on a package's page; it says which state of the package was seen. */
export const PackageForm = ({ slug, content: { package: of }, children }: PackageFormProps) => (
  <form method="post" action={packagePath(slug, of.reference)} data-swap="package">
    <input type="hidden" name="version" value={String(of.version)} />
    {children}
  </form>
)

/** Whether anybody can be asked for what is left of a package. */
const isToPlace = ({ package: { state }, unplaced }: PackageContent): boolean =>
  unplaced !== undefined && !['suspended', 'ended', 'withdrawn'].includes(state)

/** The buttons that move the offers of a package on: send, stop, widen, take back. */
export function SteerPart({ slug, content }: Omit<PackageFormProps, 'children'>) {
  const [ladder] = content.ladders
  const open = ladder !== undefined && ladder.round.closedAt === null
  if (!open) {
    if (!isToPlace(content)) return null
    return (
      <PackageForm slug={slug} content={content}>
        <Button name="do" value="send" preventDoubleClick>
          {ladder ? 'Send offers again' : 'Send offers'}
        </Button>
      </PackageForm>
    )
  }
  const { round, rule } = ladder
  const under = Math.max(round.step, round.fromStep)
  const later = rule.steps.map((step, at) => ({ step, number: at + 1 })).filter(({ number }) => number > under)
  const paused = round.state === 'paused'
  return (
    <>
      <PackageForm slug={slug} content={content}>
        <div class="m-btns">
          <Button name="do" value={paused ? 'resume' : 'pause'} classes="govuk-button--secondary" preventDoubleClick>
            {paused ? 'Let the clocks run' : 'Stop the clocks'}
          </Button>
        </div>
      </PackageForm>
      {paused || later.length === 0 ? null : (
        <Details summary="Widen: ask a later step now">
          <p>Whoever was asked keeps the offer; those of the steps between are passed over, and the ledger says so.</p>
          <PackageForm slug={slug} content={content}>
            <Select
              name="step"
              label="From step"
              items={later.map(({ step, number }) => ({
                value: String(number),
                text: `Step ${number}: ${poolName(step.pool)}`,
              }))}
            />
            <Button name="do" value="widen" classes="govuk-button--secondary" preventDoubleClick>
              Widen
            </Button>
          </PackageForm>
        </Details>
      )}
      <Details summary="Take the offers back">
        <p>Every provider that has an offer is told that it is gone, and what was told of the person is taken back.</p>
        <PackageForm slug={slug} content={content}>
          <Button name="do" value="cancel" classes="govuk-button--warning" preventDoubleClick>
            Take the offers back
          </Button>
        </PackageForm>
      </Details>
    </>
  )
}
