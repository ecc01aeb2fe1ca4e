import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

/** The page in one language; without `href` it is the page itself. */
export interface Language extends Extras {
  readonly content: Content
  /** The language that the content is in, so that it is read out as it sounds. */
  readonly lang: string
  readonly href?: string | undefined
  readonly hrefLang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | undefined
  readonly current?: boolean | undefined
  /** What the link does, read out after its text. */
  readonly languageDescriptionText?: string | undefined
}

export interface LanguageNavigationProps extends Extras {
  readonly items: readonly Language[]
  readonly ariaLabel?: string | undefined
}

/** The same page in other languages. */
export function LanguageNavigation({ items, ariaLabel = 'Language', classes, attributes }: LanguageNavigationProps) {
  return (
    <nav class={classNames('govuk-language-navigation', classes)} aria-label={ariaLabel} {...attributes}>
      <ul class="govuk-language-navigation__list">
        {items.map((item) => (
          <li class="govuk-language-navigation__list-item">
            <LanguageLink {...item} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function LanguageLink(language: Language) {
  const { content, lang, href, hrefLang = lang, dir, current, classes, attributes } = language
  if (current || !href) {
    const names = classNames('govuk-language-navigation__text', classes)
    return (
      <span class={names} aria-current="true" lang={lang} dir={dir} {...attributes}>
        {content}
      </span>
    )
  }
  return (
    <a
      class={classNames('govuk-language-navigation__link', classes)}
      href={safeUrl(href)}
      rel="alternate"
      lang={lang}
      hreflang={hrefLang}
      dir={dir}
      {...attributes}
    >
      {content}
      {language.languageDescriptionText && (
        <span class="govuk-visually-hidden"> {language.languageDescriptionText}</span>
      )}
    </a>
  )
}
