import { Button } from '../../core/ui/govuk/index.ts'
import { isAtWork, isSilent, type SolveRun } from '../solving/solve-run.ts'

export interface SteerRunProps {
  readonly run: Pick<SolveRun, 'state' | 'heardAt'>
  /** Where the run's page is, which takes the form as well. */
  readonly address: string
  readonly now: Date
  readonly maySteer: boolean
}

/** Ending a search that goes on, or beginning again one whose worker fell silent. */
export function SteerRun({ run, address, now, maySteer }: SteerRunProps) {
  if (!maySteer || !isAtWork(run.state)) return null
  return (
    <form method="post" action={address}>
      <div class="m-btns">
        {isSilent(run, now) ? (
          <Button name="do" value="wake" preventDoubleClick>
            Begin again: nothing was heard of it for a minute
          </Button>
        ) : null}
        <Button name="do" value="stop" classes="govuk-button--secondary" preventDoubleClick>
          Stop, and keep the best so far
        </Button>
      </div>
    </form>
  )
}
