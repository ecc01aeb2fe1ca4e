import { existsSync, readdirSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { socketPath } from '../../src/core/hand-off/socket-path.ts'
import { emptyFolder, mercat, migratedFolder, ready, type Served, serve, sparePort, start, until } from './mercat.ts'

const demo = fileURLToPath(new URL('../../demo/', import.meta.url))

const health = async ({ url, child, err }: Served) => {
  if (child.exitCode !== null) throw new Error(`The server ended: ${err()}`)
  const answer = await fetch(`${url}/health`).catch(() => undefined)
  return answer && { status: answer.status, body: await answer.json() }
}

const inTime = 600_000

describe.skipIf(inject('database').kind !== 'embedded')('a server on an embedded folder', () => {
  test(
    'loads the demonstration into an empty folder, says so meanwhile, and is gone at SIGTERM; what was cut off is made whole by the next start',
    async () => {
      const folder = await emptyFolder()
      const env = { MERCAT_DATA_DIR: folder }
      const first = await serve({ env })
      await until(async () => (await health(first))?.status === 503)
      expect(await fetch(`${first.url}/health/live`).then((answer) => answer.status)).toBe(200)
      await until(async () => /loading the demonstration/.test((await health(first))?.body.doing))
      const meanwhile = await fetch(`${first.url}/west-lothian`)
      expect([meanwhile.status, meanwhile.headers.get('retry-after')]).toEqual([503, '2'])
      expect(meanwhile.headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(await meanwhile.text()).toContain('Getting ready')
      const program = await fetch(`${first.url}/api/v1/areas`)
      expect([program.status, program.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
      // In the middle of the load: what is there stays, and the rest comes with the next start.
      first.child.kill('SIGKILL')
      await first.ended
      expect(first.out()).toBe('')
      expect(first.err()).toContain('%')

      const second = await ready(await serve({ env }))
      expect(second.err()).toContain('100%')
      expect(await health(second)).toEqual({ status: 200, body: { status: 'ready' } })
      for (const slug of ['west-lothian', 'inverclyde', 'east-lothian', 'lancashire']) {
        const page = await fetch(`${second.url}/${slug}`)
        expect([slug, page.status]).toEqual([slug, 200])
        expect(await page.text()).toContain('</html>')
      }
      expect(existsSync(socketPath(folder))).toBe(true)
      expect(await second.stop()).toBe(0)
      expect(existsSync(socketPath(folder))).toBe(false)
      expect(second.out()).toBe(`Mercat is ready: ${second.url}\n`)

      const third = await ready(await serve({ env }))
      // A job may tell of itself at any quarter of an hour; a load would show its progress.
      expect(third.err()).not.toContain('%')
      const figure = await mercat(['figure', 'budget', '--area', 'S12000040', '--year', '2011/12', '--json'], { env })
      expect(JSON.parse(figure.out)).toMatchObject({ value: 88_510_000, period: '2011/12' })
      expect((await mercat(['demo', 'clear'], { env })).exit).toBe(0)
      expect((await fetch(`${third.url}/west-lothian`)).status).toBe(404)
      expect(await third.stop()).toBe(0)

      // Cleared, it stays away.
      const fourth = await ready(await serve({ env }))
      expect((await fetch(`${fourth.url}/west-lothian`)).status).toBe(404)
      expect(await fourth.stop()).toBe(0)
    },
    inTime,
  )

  test(
    'never loads the demonstration with MERCAT_DEMO=0, refuses a second server, and takes commands over',
    async () => {
      const [folder, caller] = [await migratedFolder(), await emptyFolder()]
      const env = { MERCAT_DATA_DIR: folder }
      const server = await ready(await serve({ env: { ...env, MERCAT_DEMO: '0' } }))
      expect((await fetch(`${server.url}/west-lothian`)).status).toBe(404)
      const run = (...args: string[]) => mercat(args, { env, cwd: caller })

      const second = await mercat(['serve'], { env: { ...env, PORT: String(await sparePort()) } })
      expect(second).toEqual({
        exit: 1,
        out: '',
        err: `The data folder ${folder} is in use by another mercat process, and only one may write there. Stop that one first, or give this one a folder of its own with MERCAT_DATA_DIR.\n`,
      })

      const loaded = await run('demo', 'load', '--json')
      expect(loaded.exit).toBe(0)
      expect(JSON.parse(loaded.out)).toMatchObject({ files: expect.any(Number), rows: expect.any(Number) })
      expect(loaded.err).toContain('100%')
      expect((await fetch(`${server.url}/west-lothian`)).status).toBe(200)

      await mkdir(join(caller, 'files'))
      await copyFile(join(demo, 'prevalence-dementia.csv'), join(caller, 'files', 'rates.csv'))
      const imported = await run(
        'import',
        'prevalence',
        'files/rates.csv',
        '--measure',
        'dementia',
        '--source',
        'cfas2',
      )
      expect(imported).toMatchObject({ exit: 0, err: '' })
      expect(imported.out).toContain('rates.csv: ')
      const missing = await run('import', 'sources', 'files/none.csv', '--json')
      expect(missing.exit).toBe(1)
      expect(JSON.parse(missing.out).error).toBe(`There is no file ${join(caller, 'files', 'none.csv')}.`)
      expect(await run('figure', 'population', '--area', 'nowhere')).toMatchObject({ exit: 1, out: '' })
      expect((await run('figure', 'population')).exit).toBe(2)
      const doctor = JSON.parse((await run('doctor', '--json')).out)
      expect(doctor.ok).toBe(true)
      expect(doctor.checks[0].finding).toContain(folder)

      const backup = await run('backup', 'files/all.backup', '--json')
      expect(backup).toMatchObject({ exit: 0, err: '' })
      expect(readdirSync(join(caller, 'files'))).toContain('all.backup')
      const restored = await run('restore', 'files/all.backup', '--replace')
      expect(restored).toMatchObject({ exit: 1, out: '' })
      expect(restored.err).toContain('A server is running on this data folder')

      // A connection that is kept open does not hold the server up.
      const agent = new Agent({ keepAlive: true })
      onTestFinished(() => agent.destroy())
      await new Promise((resolve) =>
        request(`${server.url}/health`, { agent }, (answer) => answer.resume().on('end', resolve)).end(),
      )
      const began = performance.now()
      expect(await server.stop()).toBe(0)
      expect(performance.now() - began).toBeLessThan(5000)
      expect((await run('restore', 'files/all.backup', '--replace')).exit).toBe(0)
    },
    inTime,
  )

  test(
    'of two commands at once on an idle folder, one waits for the other',
    async () => {
      const env = { MERCAT_DATA_DIR: await migratedFolder() }
      const both = [start(['doctor', '--json'], { env }), start(['doctor', '--json'], { env })]
      expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
      for (const one of both) expect(JSON.parse(one.out()).ok).toBe(true)
      const waited = both.filter((one) => one.err().includes('Waiting for another mercat command'))
      expect(waited.length).toBeLessThanOrEqual(1)
    },
    inTime,
  )

  test(
    'a port in use is said with the process that holds it, and the folder is free again',
    async () => {
      const port = await sparePort()
      const holder = createServer().listen(port, '127.0.0.1')
      onTestFinished(() => void holder.close())
      const env = { MERCAT_DATA_DIR: await migratedFolder(), MERCAT_DEMO: '0' }
      const refused = await mercat(['serve'], { env: { ...env, PORT: String(port) } })
      expect(refused).toMatchObject({ exit: 1, out: '' })
      const who = process.platform === 'linux' ? `process ${process.pid} (node)` : 'another process'
      expect(refused.err).toContain(
        `Port ${port} is in use by ${who}. Stop it, or choose another port: PORT=${port + 1}.`,
      )
      const absent = await mercat(['serve'], { env: { ...env, HOST: '203.0.113.7' } })
      expect(absent.err).toBe(
        'This machine has no address 203.0.113.7. Set HOST to one of its own, such as 127.0.0.1.\n',
      )
      expect((await mercat(['doctor'], { env })).exit).toBe(0)
    },
    inTime,
  )

  test(
    'a socket that can’t be made does not keep the server from serving',
    async () => {
      const folder = await migratedFolder()
      const env = { MERCAT_DATA_DIR: folder, MERCAT_DEMO: '0', TMPDIR: await emptyFolder() }
      await mkdir(join(env.TMPDIR, socketPath(folder).split('/').at(-1) ?? ''))
      const server = await ready(await serve({ env }))
      expect(server.err()).toContain('Commands can’t be handed to this server while it runs.')
      expect(await server.stop()).toBe(0)
    },
    inTime,
  )

  test(
    'what a half-made database left behind is made anew',
    async () => {
      const folder = await emptyFolder()
      const env = { MERCAT_DATA_DIR: folder }
      await mkdir(join(folder, 'db-unfinished'))
      await writeFile(join(folder, 'db-unfinished', 'PG_VERSION'), 'torn')
      const read = await mercat(['figure', 'population', '--area', 'S12000040', '--json'], { env })
      expect(read.exit).toBe(1)
      expect(JSON.parse(read.out)).toEqual({
        error: 'There is nothing in this database yet.',
        advice: 'Import something, or run mercat demo load.',
      })
      expect(readdirSync(folder).sort()).toEqual(['db', 'lock.sqlite'])
    },
    inTime,
  )
})
