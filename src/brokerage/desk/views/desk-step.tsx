import { MiniLadder } from '../../../core/ui/parts/index.ts'
import type { DeskPackage, DeskWhy, LiveOffer } from '../desk-row.ts'
import { drawnSteps, poolName } from '../row-words.ts'

/** The offer's ladder in a row, with whom it stands with. */
export function DeskStep({ why, of: { round } }: { readonly why: DeskWhy; readonly of: DeskPackage }) {
  if (!round && why === 'unmet') return <span>Asked before it was taken over</span>
  if (!round || why === 'unsent') return <span>Not asked yet</span>
  const { steps, step, asked, offers, approvalOf } = round
  if (why === 'unmet') {
    const drawn = drawnSteps(steps.length, steps.length + 1)
    return (
      <MiniLadder {...drawn} words="All steps tried" note={asked === 0 ? 'nobody could be asked' : `${asked} asked`} />
    )
  }
  const current = steps[step - 1]
  const words = current ? `Step ${step}: ${poolName(current.pool)}` : 'Before step 1'
  return <MiniLadder {...drawnSteps(steps.length, step)} words={words} note={noteOf(why, offers, approvalOf)} />
}

function noteOf(why: DeskWhy, offers: readonly LiveOffer[], approvalOf: string | null): string {
  const [first] = offers
  if (why === 'approval') return `${approvalOf ?? 'A provider'} costs more than the limit`
  if (!first) return 'nobody has an offer'
  if (why === 'question') return `${first.organisation} asks something`
  if (why === 'proposal') return `${first.organisation} proposes other times`
  if (why === 'late') return `${first.organisation} has not answered`
  if (offers.length > 1) return `${offers.length === 5 ? '5 or more' : offers.length} providers at once`
  return first.turn > 1 ? `${first.organisation}, turn ${first.turn}` : first.organisation
}
