/** Which part of the trail is shown; dates as they were typed. */
export interface AuditFilter {
  readonly name: string
  readonly kind: 'door' | 'rights' | undefined
  readonly from: string
  readonly to: string
}
