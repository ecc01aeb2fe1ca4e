import type { Server } from 'node:http'
import { MercatError } from '../errors/index.ts'
import { portHolder } from './port-holder.ts'

/** Listens, and gives the address to type; a port in use is said in a sentence with the process to look for. */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(sentence(error, host, port) ?? error))
    server.listen(port, host, () => {
      const bound = server.address()
      const shown = host.includes(':') ? `[${host}]` : host
      resolve(`http://${shown}:${typeof bound === 'object' && bound ? bound.port : port}`)
    })
  })
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): MercatError | undefined {
  if (error.code === 'EADDRINUSE') {
    const holder = portHolder(port)
    return new MercatError(
      'unavailable',
      holder
        ? `Port ${port} is in use by process ${holder.pid} (${holder.name}).`
        : `Port ${port} is in use by another process.`,
      `Stop it, or choose another port: PORT=${port === 65535 ? 3000 : port + 1}. To find it: lsof -i :${port}`,
    )
  }
  if (error.code === 'EACCES')
    return new MercatError('unavailable', `This user may not listen on port ${port}.`, 'Choose a port above 1023.')
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new MercatError(
      'unavailable',
      `This machine has no address ${host}.`,
      'Set HOST to one of its own, such as 127.0.0.1.',
    )
  }
  return undefined
}
