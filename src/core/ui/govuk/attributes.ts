/**
 * Further HTML attributes for an element. They come after the component's own, so they win over them; what would get
 * round `classes`, `safeUrl` or the content security policy is refused.
 */
export type Attributes = { readonly [name: string]: string } & {
  readonly class?: never
  readonly style?: never
  readonly href?: never
  readonly [handler: `on${string}`]: never
}

/** What every component takes: classes after its own, and attributes for its outermost element. */
export interface Extras {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
