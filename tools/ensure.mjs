/**
 * The step before `npm start`, `test`, `check`, `bench` and `dev`: installs what is missing, then builds what changed.
 * It uses nothing but Node itself, and an old one at that, for on a fresh clone there is nothing else.
 *
 *     node tools/ensure.mjs start   what the running system needs
 *     node tools/ensure.mjs all     what its development needs as well
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { broughtNode, capableNode, isCapable, nodeTooOld, root } from './node.mjs'

const inRoot = (...parts) => path.join(root, ...parts)
const say = (sentence) => process.stderr.write(`mercat: ${sentence}\n`)
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
const readJson = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined)

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

/** Tells of a package in the lock file whether npm would install it here: optional ones are for one kind of machine. */
function newBelongsHere() {
  const glibc = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime
  const fits = (list, own) => !list || list.includes(own)
  return (entry) =>
    !(entry.optional || entry.devOptional) ||
    // A wrapper that names no machine is npm's own affair.
    (Boolean(entry.os && entry.cpu) &&
      fits(entry.os, process.platform) &&
      fits(entry.cpu, process.arch) &&
      fits(entry.libc, glibc ? 'glibc' : 'musl'))
}

/** Compares the lock file with the list that npm keeps of what it put into node_modules. */
function isInstalled(withDev) {
  const wanted = readJson(inRoot('package-lock.json')).packages
  const present = (readJson(inRoot('node_modules', '.package-lock.json')) || { packages: {} }).packages
  const belongsHere = newBelongsHere()
  return Object.keys(wanted).every((name) => {
    if (!name || (!withDev && wanted[name].dev)) return true
    const found = present[name]
    return found ? found.version === wanted[name].version : !belongsHere(wanted[name])
  })
}

/** npm's own cache, or one inside the project where the home folder can't be written. */
function cacheArguments() {
  const usual = process.env.npm_config_cache || path.join(os.homedir(), '.npm')
  try {
    fs.mkdirSync(path.join(usual, '_cacache', 'tmp'), { recursive: true })
    fs.accessSync(path.join(usual, '_cacache', 'tmp'), fs.constants.W_OK)
    return []
  } catch {
    return ['--cache', inRoot('.cache', 'npm')]
  }
}

function install(withDev) {
  const started = Date.now()
  say(`installing ${withDev ? 'the packages for development' : 'packages'}; the first time takes a minute or so`)
  // Nothing is compiled: esbuild and biome bring a program for each kind of machine as a package.
  const args = [
    'ci',
    withDev ? '--include=dev' : '--omit=dev',
    '--ignore-scripts',
    '--loglevel=error',
    ...cacheArguments(),
  ]
  const npm = process.env.npm_execpath || ''
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
  const result = npm.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (result.status !== 0)
    fail('the packages could not be installed; npm says why above. Once that is put right, run the command again.')
  say(`installed in ${seconds(started)}`)
}

/** Installs unless the stamp shows that nothing has changed since this was last looked at. */
function ensureInstalled(wantsDev) {
  const stamp = inRoot('node_modules', '.mercat-installed')
  const hidden = inRoot('node_modules', '.package-lock.json')
  // Someone who has the development packages keeps them.
  const withDev = wantsDev || fs.existsSync(inRoot('node_modules', 'vitest'))
  const state = () =>
    createHash('sha256')
      .update(fs.readFileSync(inRoot('package-lock.json')))
      .update(`${withDev} ${process.platform} ${process.arch} ${fs.existsSync(hidden) && fs.statSync(hidden).mtimeMs}`)
      .digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === state()) return
  if (!isInstalled(withDev)) install(withDev)
  dropUnusableNode()
  fs.writeFileSync(stamp, state())
}

/** Where the Node brought along can't run (Alpine Linux), it must not stand before the user's own on the path. */
function dropUnusableNode() {
  const link = inRoot('node_modules', '.bin', 'node')
  if (!fs.existsSync(broughtNode()) || spawnSync(broughtNode(), ['--version']).status === 0) return
  if (!isCapable(process.version)) fail(nodeTooOld)
  fs.rmSync(link, { force: true })
}

ensureInstalled(process.argv[2] === 'all')
const node = capableNode()
if (!node) fail(nodeTooOld)
process.exit(spawnSync(node, [inRoot('tools', 'build.mjs')], { cwd: root, stdio: 'inherit' }).status === 0 ? 0 : 1)
