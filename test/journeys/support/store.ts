import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Client } from 'pg'

/** Settings that lead a server to its data inside `folder`, or with TEST_DATABASE_URL to a database called like the folder. */
export function storeOf(folder: string): Readonly<Record<string, string>> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return { MERCAT_DATA_DIR: join(folder, 'data'), DATABASE_URL: '' }
  const own = new URL(url)
  own.pathname = `/${basename(folder)}`
  // No folder keeps a secret here.
  return { DATABASE_URL: own.toString(), MERCAT_SECRET: 'a secret that the journeys alone know' }
}

/** Makes the store of a folder: an empty one, or a copy of the store of another folder, which nobody has open. */
export async function makeStore(folder: string, template?: string): Promise<void> {
  if (process.env.TEST_DATABASE_URL) {
    const copied = template ? ` template "${basename(template)}"` : ''
    await administer(`create database "${basename(folder)}"${copied}`)
  } else if (template) await cp(join(template, 'data'), join(folder, 'data'), { recursive: true })
}

/** Removes what is not inside the folder itself. */
export async function removeStore(folder: string): Promise<void> {
  if (process.env.TEST_DATABASE_URL) await administer(`drop database if exists "${basename(folder)}" with (force)`)
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  try {
    // Copies of one template queue instead of failing.
    await client.query('select pg_advisory_lock(9)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
