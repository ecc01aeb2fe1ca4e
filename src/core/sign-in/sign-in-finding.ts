import { secretsOf } from '../auth/index.ts'
import type { Config } from '../config/index.ts'
import { checkOidc } from './oidc-service.ts'
import { OidcTrouble } from './oidc-trouble.ts'

/** Whether people can sign in and by which ways, for whoever runs the service; a sign-in service that is set is asked. */
export async function signInFinding(config: Config): Promise<{ ok: boolean; finding: string }> {
  if (!secretsOf(config).lasting) return { ok: true, finding: 'off, but for a demonstration; set MERCAT_SECRET' }
  const password = 'with a password and a code'
  const { oidc } = config
  if (!oidc) return { ok: true, finding: password }
  try {
    await checkOidc(oidc)
    return { ok: true, finding: `${password}, or with ${oidc.name} by ${oidc.issuer}` }
  } catch (error) {
    if (!(error instanceof OidcTrouble)) throw error
    return { ok: false, finding: `${password}; not with ${oidc.name} by ${oidc.issuer}: ${error.message}` }
  }
}
