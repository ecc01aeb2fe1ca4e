import { join } from 'node:path'
import { Client } from 'pg'

/** Where one server keeps its data, and how to be rid of it. */
interface Store {
  readonly env: Readonly<Record<string, string>>
  remove(): Promise<void>
}

/** A new embedded folder inside `folder`; with TEST_DATABASE_URL a new database on that server. */
export async function newStore(folder: string): Promise<Store> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return { env: { MERCAT_DATA_DIR: join(folder, 'data'), DATABASE_URL: '' }, remove: async () => {} }
  const name = `mercat_journeys_${process.pid}_${Date.now()}`
  await administer(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    // No folder keeps a secret here.
    env: { DATABASE_URL: own.toString(), MERCAT_SECRET: 'a secret that the journeys alone know' },
    remove: () => administer(url, `drop database ${name} with (force)`),
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
