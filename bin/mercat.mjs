#!/usr/bin/env node
// Starts Mercat's command line. Plain JavaScript that an old Node can read as well, to find or ask for a newer one.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { capableNode, isCapable, nodeTooOld } from '../tools/node.mjs'

const startedByOldNode = 'MERCAT_STARTED_BY_OLD_NODE'

if (isCapable(process.version)) run()
else runWithNewerNode()

/** Hands the command to the Node that came with the project, and its signals and exit code through. */
function runWithNewerNode() {
  const node = capableNode()
  if (!node) {
    process.stderr.write(`${nodeTooOld}\n`)
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { [startedByOldNode]: '1' }),
  })
  // A terminal sends its interrupt to the child as well; sent on from here it would count twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code === null ? 1 : code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

async function run() {
  leaveWithParent()
  quietSqlite()
  for (const stream of [process.stdout, process.stderr]) {
    // The reader of a pipe (`| head`) may have seen enough.
    stream.on('error', (error) => error.code === 'EPIPE' && process.exit(0))
  }
  process.setSourceMapsEnabled(true)
  process.exitCode = await start()
  // Leave only when what was written has been taken; do not wait for anything else that is still open.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

async function start() {
  try {
    const { buildIfChanged } = await import('../tools/build.mjs')
    await buildIfChanged()
    const { main } = await import(process.argv[2] === 'solve' ? '../dist/solve-cli.mjs' : '../dist/mercat.mjs')
    return await main(process.argv.slice(2), {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      cwd: process.cwd(),
      env: process.env,
      interactive: Boolean(process.stderr.isTTY),
    })
  } catch (error) {
    const missing = error.code === 'ERR_MODULE_NOT_FOUND'
    const advice = missing ? '. Its packages may not be installed: run `npm ci`.' : ''
    process.stderr.write(`mercat: ${process.env.MERCAT_DEBUG ? error.stack : error.message}${advice}\n`)
    return 1
  }
}

/** Stops when the process that started this one has gone without saying so, as after `kill -9`. */
function leaveWithParent() {
  const leave = () => {
    setTimeout(() => process.exit(143), 5000).unref()
    process.kill(process.pid, 'SIGTERM')
  }
  if (process.env[startedByOldNode] && process.channel) {
    delete process.env[startedByOldNode]
    process.on('disconnect', leave)
    process.channel.unref()
  } else if (process.env.npm_lifecycle_event === 'start') {
    const before = parents()
    const watch = setInterval(() => {
      if (parents() === before) return
      clearInterval(watch)
      leave()
    }, 500)
    watch.unref()
  }
}

/** The process that started this one and, on Linux, the one before it: npm stands behind a shell. */
function parents() {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${shell.slice(shell.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(process.ppid)
  }
}

/** node:sqlite works and is pinned by the version of Node; its warning would only trouble the reader. */
function quietSqlite() {
  const emitWarning = process.emitWarning
  process.emitWarning = (warning, ...rest) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning.call(process, warning, ...rest)
  }
}
