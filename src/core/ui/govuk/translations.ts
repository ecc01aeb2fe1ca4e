import type { Attributes } from './attributes.ts'

/** One text for each plural rule of the language; `%{count}` stands for the number. */
export type PluralTexts = { readonly [rule in 'zero' | 'one' | 'two' | 'few' | 'many' | 'other']?: string | undefined }

/** The words that a component's script says, as the attributes from which it reads them. */
export function translations(texts: { readonly [key: string]: string | PluralTexts | undefined }): Attributes {
  return dataAttributes(
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]): [string, string | undefined][] =>
        typeof text === 'object'
          ? Object.entries(text).map(([rule, plural]) => [`data-i18n.${key}.${rule}`, plural])
          : [[`data-i18n.${key}`, text]],
      ),
    ),
  )
}

/** Attributes that a component's script reads; what is missing or empty is left out. */
export function dataAttributes(values: { readonly [name: `data-${string}`]: string | number | undefined }): Attributes {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  // Every name begins with data-, so none is one of those that attributes refuse.
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)])) as Attributes
}
