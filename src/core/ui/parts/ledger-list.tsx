import type { Content } from '../govuk/index.ts'

export interface LedgerListEntry {
  /** Its number and when: "418 of 2026/27, 24 November 2026, 09:00:04". */
  readonly entry: Content
  /** The rule that decided, with its version; a link to it where it can be read. */
  readonly rule?: Content | undefined
  readonly inputs: Content
  readonly outcome: Content
  /** The entry's digest, and that of the entry before it in the chain: 64 hexadecimal digits each. */
  readonly fingerprint: string
  readonly follows?: string | undefined
  /** Further lines, such as who was passed over. */
  readonly more?: readonly { readonly term: string; readonly value: Content }[] | undefined
}

export interface LedgerListProps {
  /** Names the list: "Why this provider was asked second". */
  readonly label: string
  readonly entries: readonly LedgerListEntry[]
}

/** Decisions as the ledger keeps them: which rule, from what, to what end, and the fingerprint that proves it. */
export function LedgerList({ label, entries }: LedgerListProps) {
  return (
    <ol class="m-ledgers" aria-label={label}>
      {entries.map(({ entry, rule, inputs, outcome, fingerprint, follows, more = [] }) => (
        <li>
          <dl class="m-ledger">
            <Line term="Entry" value={entry} />
            {rule ? <Line term="Rule" value={rule} /> : null}
            <Line term="Inputs" value={inputs} />
            {more.map((line) => (
              <Line {...line} />
            ))}
            <Line term="Outcome" value={outcome} />
            <Line term="Fingerprint" value={<Fingerprint digest={fingerprint} follows={follows} />} />
          </dl>
        </li>
      ))}
    </ol>
  )
}

function Line({ term, value }: { readonly term: string; readonly value: Content }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Fingerprint({ digest, follows }: { readonly digest: string; readonly follows: string | undefined }) {
  return (
    <>
      <code>{inFours(digest)}</code>
      {follows ? (
        <>
          , follows <code>{inFours(follows)}</code>
        </>
      ) : null}
    </>
  )
}

/** The first sixteen digits in fours: enough for two people to compare aloud. */
const inFours = (digest: string): string => (digest.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ')
