/** Why nobody came back from the sign-in service: it does not answer as it should, or what it sent proves nothing. */
export class OidcTrouble extends Error {
  override readonly name = 'OidcTrouble'
  readonly because: 'unanswered' | 'unproven'

  constructor(because: OidcTrouble['because'], detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.because = because
  }
}
