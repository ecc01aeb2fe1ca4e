/** Serves, and serves anew whenever something under src/ changes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildIfChanged } from './build.mjs'
import { root } from './node.mjs'
import { writeScripts } from './scripts.mjs'

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
let work = Promise.resolve()
let waiting

function start() {
  server = spawn(process.execPath, [join(root, 'bin/mercat.mjs'), 'serve'], { cwd: root, stdio: 'inherit' })
}

async function restart() {
  try {
    await writeScripts()
    if (!(await buildIfChanged())) return
  } catch {
    return // esbuild has printed what is wrong; the server goes on with what was built before
  }
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  start()
}

start()
watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    work = work.then(restart)
  }, 60)
})
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.once('exit', () => process.exit(0))
    if (server.exitCode !== null || !server.kill(signal)) process.exit(0)
  })
}
