import { longDate } from '../../../core/ui/format.ts'
import { IdentityBar } from '../../../core/ui/parts/index.ts'
import type { Contract } from '../../contract.ts'
import { kindWords } from '../../register/contract-words.ts'
import { lastDayText } from '../change-words.ts'

/** Says which contract a form is about, and how it stands. */
export function ContractBar({ contract }: { readonly contract: Contract }) {
  const { reference, detail, terms, options, version } = contract
  const agreed = terms.filter(({ state }) => state !== 'ended')
  const first = agreed.at(0)
  const last = agreed.at(-1)
  const open = options.filter(({ decision }) => decision === 'open').length
  return (
    <IdentityBar
      kind="Contract"
      name={reference}
      facts={[
        { term: 'Title', value: detail.title },
        { term: 'Kind', value: kindWords[detail.kind] },
        {
          term: 'Agreed',
          value:
            first && last
              ? `${longDate(first.from)} ${last.until ? `to ${lastDayText(last.until)}` : 'on, without an end'}`
              : 'Nothing',
        },
        { term: 'Open options', value: open === 0 ? 'None' : String(open) },
        { term: 'Version', value: String(version) },
      ]}
    />
  )
}
