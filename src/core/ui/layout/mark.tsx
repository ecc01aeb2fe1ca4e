/** Mercat's mark. On the ground line of a masthead its third step is left out: the line is it. */
export function Mark({ grounded = false }: { readonly grounded?: boolean }) {
  return grounded ? (
    <svg viewBox="3 0 26 28" aria-hidden="true" focusable="false">
      <path d="M16 .4a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM11.4 8.2h9.2v2.5h-2.7V20h-3.8v-9.3h-2.7zM10.4 20.2h11.2v3.3H10.4zM6.2 24.5h19.6V28H6.2z" />
    </svg>
  ) : (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 .4a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM11.4 8.2h9.2v2.5h-2.7V20h-3.8v-9.3h-2.7zM10.4 20.4h11.2v3.2H10.4zM6.2 24.6h19.6v3.2H6.2zM2 28.8h28V32H2z" />
    </svg>
  )
}
