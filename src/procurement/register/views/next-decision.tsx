import type { ListedContract } from '../listed-contract.ts'
import { quietWords } from '../register-words.ts'

/** What has to be decided next on a contract: the few words first, then why. */
export function NextDecision({ contract }: { readonly contract: ListedContract }) {
  const { next, decisions } = contract
  if (!next) return <span class="m-2">{quietWords(contract)}</span>
  // A review that is due must not hide an end or an option.
  const then = next.kind === 'review' ? decisions.find(({ kind }) => kind !== 'review') : undefined
  return (
    <>
      <strong class={next.late ? 'm-c-need' : undefined}>{next.heading}</strong>
      {next.detail ? <small class="m-under">{next.detail}</small> : null}
      {then ? <small class="m-under">Then: {then.heading}.</small> : null}
    </>
  )
}
