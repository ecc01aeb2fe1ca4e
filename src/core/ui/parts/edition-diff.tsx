import type { Content } from '../govuk/index.ts'

export interface Change {
  readonly what: Content
  readonly before: string
  readonly after: string
}

export interface EditionDiffProps {
  /** What is compared: "Figures changed between editions 6 and 7". */
  readonly caption: string
  readonly changes: readonly Change[]
}

/** Figures that differ between two editions: the old one crossed out, the new one marked. */
export function EditionDiff({ caption, changes }: EditionDiffProps) {
  return (
    <table class="m-t m-diff">
      <caption class="m-vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" class="m-num">
            Before
          </th>
          <th scope="col" class="m-num">
            Now
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ what, before, after }) => (
          <tr>
            <th scope="row">{what}</th>
            <td class="m-num">
              <del>{before}</del>
            </td>
            <td class="m-num">
              <ins>{after}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
