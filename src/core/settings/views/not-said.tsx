import { InsetText } from '../../ui/govuk/index.ts'
import { settingsPath } from '../paths.ts'
import type { SettingsSection } from '../settings.ts'

export interface NotSaidProps {
  /** The end of "The partnership has not yet said …". */
  readonly what: string
  readonly section: SettingsSection
  /** Whether the reader is one who can fill it in. */
  readonly canFillIn: boolean
}

/** Says plainly that something has not been filled in, and shows whoever can where to. */
export function NotSaid({ what, section, canFillIn }: NotSaidProps) {
  return (
    <InsetText>
      The partnership has not yet said {what}.
      {canFillIn ? (
        <>
          {' '}
          <a href={settingsPath(section)}>Fill it in</a>
        </>
      ) : null}
    </InsetText>
  )
}
