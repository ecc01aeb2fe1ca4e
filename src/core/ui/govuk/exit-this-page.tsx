import type { Extras } from './attributes.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'
import { translations } from './translations.ts'

export interface ExitThisPageProps extends Extras {
  readonly children?: Content | undefined
  /** A page that gives nothing away. */
  readonly redirectUrl?: string | undefined
  readonly id?: string | undefined
  readonly activatedText?: string | undefined
  readonly timedOutText?: string | undefined
  readonly pressTwoMoreTimesText?: string | undefined
  readonly pressOneMoreTimeText?: string | undefined
}

const usualWords = [<span class="govuk-visually-hidden">Emergency</span>, ' Exit this page']

/** A way to leave at once, for people who are in danger if somebody sees what they read. */
export function ExitThisPage(props: ExitThisPageProps) {
  const { children = usualWords, redirectUrl = 'https://www.bbc.co.uk/weather', id, classes, attributes } = props
  const words = translations({
    activated: props.activatedText,
    'timed-out': props.timedOutText,
    'press-two-more-times': props.pressTwoMoreTimesText,
    'press-one-more-time': props.pressOneMoreTimeText,
  })
  return (
    <div
      id={id}
      class={classNames('govuk-exit-this-page', classes)}
      data-module="govuk-exit-this-page"
      {...words}
      {...attributes}
    >
      <Button
        href={redirectUrl}
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {children}
      </Button>
    </div>
  )
}
