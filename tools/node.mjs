/** Which Node runs Mercat. Written for old Nodes: they read this file before a newer one is found. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** What is said when no Node new enough can be found. */
export const nodeTooOld = `Mercat needs Node 22.18 or newer and this is ${process.version}. Run \`npm ci\`, which brings one along on Linux and Windows, or install one from https://nodejs.org.`

/** True when a version such as `v22.18.0` can run Mercat. */
export function isCapable(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** Where the Node that the project brings along stands for this machine, whether or not it is installed. */
export function broughtNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  return path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', program)
}

/** The program to run Mercat with: this Node if it is new enough, else the one brought along, else `undefined`. */
export function capableNode() {
  if (isCapable(process.version)) return process.execPath
  return fs.existsSync(broughtNode()) ? broughtNode() : undefined
}
