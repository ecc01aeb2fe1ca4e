import { tables } from '../db/db.ts'
import type { Id } from '../values/index.ts'
import type { Role } from './role.ts'

/** The tables of `core/auth`. */
export interface AuthTables {
  partnership: {
    id: Id
    /** In addresses: `west-lothian`. */
    slug: string
    /** As people say it: "West Lothian". */
    title: string
    /** In full: "West Lothian Health and Social Care Partnership". */
    name: string
    kind: 'health-and-social-care-partnership' | 'council'
    nation: 'scotland' | 'england'
    /** The official code of the area it serves. */
    area_code: string
    /** The start of every reference that people quote: `WL` in `WL-PKG-00042`. */
    prefix: string
    brand_colour: string
    website: string | null
    /** Made from published documents to show the product; its pages say so. */
    demonstration: boolean
  }
  /** Who signs in. */
  account: {
    id: Id
    /** In small letters. */
    email: string
    name: string
    /** The sign-in library's identifier of the same person; null until they have a password. */
    sign_in_user: string | null
    /** Made to be stepped into by anyone; can act only for demonstration partnerships. */
    demonstration: boolean
    created_at: Date
    ended_at: Date | null
  }
  /** For whom an account acts, and as what: a partnership or an organisation, never both. */
  membership: {
    id: Id
    account_id: Id
    partnership_id: Id | null
    organisation_id: Id | null
    /** The partnership that answers for it: its own, or the one that invited the provider's person. */
    granted_by_partnership_id: Id
    roles: Role[]
    since: Date
    ended_at: Date | null
  }
  invitation: {
    partnership_id: Id
    id: Id
    email: string
    name: string
    organisation_id: Id | null
    roles: Role[]
    token_digest: string
    invited_at: Date
    /** Null when a command on the machine invited. */
    invited_by: Id | null
    expires_at: Date
    accepted_at: Date | null
    withdrawn_at: Date | null
    /** When one of the provider’s own people agreed, and whose account that was; needed where it has any. */
    agreed_at: Date | null
    agreed_by: Id | null
  }
  /** Which code of an authenticator was the last that opened: none opens twice, nor one from before it. */
  last_code: {
    account_id: Id
    /** Half minutes since 1970 (RFC 6238). */
    time_step: number
  }
  /** Who an account is to an organisation's own sign-in service, as it was when they first came from there. */
  oidc_subject: {
    account_id: Id
    issuer: string
    subject: string
    since: Date
  }
  /** What happened at the door; kept for 400 days. */
  sign_in_event: {
    id: Id
    at: Date
    kind: string
    account_id: Id | null
    partnership_id: Id | null
    /** Stands for the email address that was typed, so that failures count for addresses that nobody has as well. */
    name_digest: string | null
    /** Shortened: to /24, or /48. */
    address: string
    /** In a few words: "Firefox on Linux". */
    browser: string
  }
}

/** The view of the database for `core/auth`. */
export const auth = tables<AuthTables>()
