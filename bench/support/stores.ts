import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Store } from '../../src/core/config/index.ts'

/** A store of its own for one measurement. */
export interface BenchStore {
  readonly name: 'embedded' | 'PostgreSQL'
  readonly store: Store
}

/** Runs work on a fresh embedded folder and, where TEST_DATABASE_URL names a server, on a fresh database there. */
export async function onEachEngine(work: (on: BenchStore) => Promise<void>): Promise<void> {
  await onFolder((folder) => work({ name: 'embedded', store: { kind: 'embedded', folder } }))
  const url = process.env.TEST_DATABASE_URL
  if (url) await onServer(url, (fresh) => work({ name: 'PostgreSQL', store: { kind: 'postgres', url: fresh } }))
  else console.log('\nPostgreSQL was left out: TEST_DATABASE_URL names no server.')
}

/** Runs work on a folder that is empty before and gone after. */
export async function onFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mercat-bench-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function onServer(url: string, work: (fresh: string) => Promise<void>): Promise<void> {
  const name = `mercat_bench_${process.pid}_${Date.now()}`
  await asAdmin(url, `create database ${name}`)
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  try {
    await work(fresh.toString())
  } finally {
    await asAdmin(url, `drop database ${name} with (force)`)
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
