/** Options as a fixture gives them, or the props made of them. */
export type Options = Readonly<Record<string, unknown>>

/** What is there, as text. */
export function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

/** The list that it is, or an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Whether it is neither text nor a list. */
export function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an option of its own says: our props take it without the object round it. */
export function contentOf(part: unknown): unknown {
  return isOptions(part) ? part.content : part
}

/** The list with every item changed that is one. */
export function mapItems(items: unknown, change: (item: Options) => Options): readonly unknown[] {
  return asList(items).map((item) => (isOptions(item) ? change(item) : item))
}
