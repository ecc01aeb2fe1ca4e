import { safeUrl } from '../safe-url.ts'

export interface Link {
  readonly text: string
  readonly href: string
}

export interface SourceLineProps {
  /** Where the figure came from, with its edition or vintage: "National Records of Scotland, 2018-based". */
  readonly source: Link
  readonly csv?: { readonly href: string; readonly text?: string | undefined } | undefined
}

/** The last line under every figure: its source, and the same figures as a file. */
export function SourceLine({ source, csv }: SourceLineProps) {
  return (
    <p class="m-src">
      <a href={safeUrl(source.href)}>{source.text}</a>
      {csv ? <a href={safeUrl(csv.href)}>{csv.text ?? 'Figures as CSV'}</a> : null}
    </p>
  )
}
