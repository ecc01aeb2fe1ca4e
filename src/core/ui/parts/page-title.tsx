import type { Content } from '../govuk/index.ts'
import { Finding } from './finding.tsx'

export interface PageTitleProps {
  readonly heading: Content
  /** What the page shows and as at when, in a sentence. */
  readonly note?: Content | undefined
  /** Buttons at the right: the one or two things that the page is for. */
  readonly actions?: Content | undefined
  /** Only where it is not the page's own title. */
  readonly level?: 1 | 2 | 3 | undefined
}

/** The top of a page of work: its heading, a sentence, and the buttons for what is done here. */
export function PageTitle({ heading, note, actions, level = 1 }: PageTitleProps) {
  return (
    <div class="m-title m-title--row">
      <div>
        <Finding level={level} size={1}>
          {heading}
        </Finding>
        {note ? <p class="m-2">{note}</p> : null}
      </div>
      {actions ? <div class="m-btns">{actions}</div> : null}
    </div>
  )
}
