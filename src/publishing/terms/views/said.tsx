import type { Regulator, RegulatorTerm, TermKind } from '../../../providers/index.ts'
import { saidBy, saidText } from '../word-lists.ts'

export interface SaidProps {
  readonly terms: readonly RegulatorTerm[]
  readonly regulator: Regulator
  readonly kind: TermKind
  readonly termKey: string
}

/** What a regulator calls something, a line each. */
export function Said({ terms, ...of }: SaidProps) {
  const said = saidBy(terms, of)
  if (said.length === 0) return <span class="m-2">no word</span>
  return (
    <>
      {said.map((one, at) => (
        <>
          {at > 0 ? <br /> : null}
          {saidText(one)}
        </>
      ))}
    </>
  )
}
