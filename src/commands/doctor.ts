import { allPartnerships, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database, examine, oldestServer, pendingMigrations } from '../core/db/index.ts'
import { sharedChain, verifyLedger } from '../core/ledger/index.ts'
import { signInFinding } from '../core/sign-in/index.ts'
import { migrations } from '../migrations.ts'
import { type AddCommand, type CommandContext, say } from './context.ts'

interface Check {
  name: string
  ok: boolean
  finding: string
}

/** `mercat doctor`: whether everything is as it should be, and what to do where it is not. */
export const addDoctor: AddCommand = (program, context) => {
  program
    .command('doctor')
    .description('Check the settings, the database, its rights and the ledger.')
    .option('--json', 'print the result as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const database = await context.database()
      const checks = await allChecks(context, database)
      const ok = checks.every((check) => check.ok)
      say(
        context,
        options,
        { ok, checks },
        checks.map(({ ok, name, finding }) => `${ok ? '✓' : '✗'} ${name}: ${finding}`).join('\n'),
      )
      context.exit(ok ? 0 : 1)
    })
}

async function allChecks(context: CommandContext, database: Database): Promise<Check[]> {
  const config = context.config()
  const { store, publicUrl, smtpUrl, notify, trustedProxies } = config
  const found = await examine(database)
  const pending = await pendingMigrations(database, migrations)
  const checks: Check[] = [
    {
      name: 'Data',
      ok: true,
      finding:
        store.kind === 'embedded'
          ? `the embedded folder ${store.folder}; use PostgreSQL for live service`
          : 'PostgreSQL by DATABASE_URL',
    },
    {
      name: 'Server version',
      ok: found.versionNumber >= oldestServer,
      finding: `PostgreSQL ${found.version}, at least 15 is needed`,
    },
    {
      name: 'Schema',
      ok: pending.length === 0,
      finding: pending.length === 0 ? 'up to date' : `${pending.length} migrations are waiting: run mercat migrate`,
    },
    {
      name: 'Role',
      ok: found.canTakeRole,
      finding: found.canTakeRole
        ? 'requests run as mercat_app'
        : 'the role mercat_app is missing or not granted to this user',
    },
    {
      name: 'Row-level security',
      ok: found.unguarded.length === 0,
      finding: found.unguarded.length === 0 ? 'on for every table' : `off for ${found.unguarded.join(', ')}`,
    },
    { name: 'Public address', ok: true, finding: publicUrl ?? 'not set; set MERCAT_PUBLIC_URL behind a proxy' },
    { name: 'Proxies', ok: true, finding: `${trustedProxies} trusted to name the client's address` },
    { name: 'Sign-in', ...(await signInFinding(config)) },
    {
      name: 'Mail',
      ok: true,
      finding: notify
        ? 'is sent by GOV.UK Notify'
        : smtpUrl
          ? 'is sent by SMTP'
          : 'waits in the outbox; set MERCAT_SMTP_URL or MERCAT_NOTIFY_KEY to send it',
    },
  ]
  return pending.length === 0 ? [...checks, ...(await ledgerChecks(database))] : checks
}

async function ledgerChecks(database: Database): Promise<Check[]> {
  const partnerships = await asActor(database, publicActor, allPartnerships)
  const chains = [{ id: sharedChain, title: 'shared data' }, ...partnerships]
  const checks: Check[] = []
  for (const { id, title } of chains) {
    const actor = systemActor(id === sharedChain ? null : id)
    const { ok, entries, firstBroken } = await asActor(database, actor, (db) => verifyLedger(db, id))
    checks.push({
      name: `Ledger of ${title}`,
      ok,
      finding: ok
        ? `${entries} entries, unbroken`
        : `broken at entry ${firstBroken}; restore from a backup and find out who had access`,
    })
  }
  return checks
}
