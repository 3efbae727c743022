import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'

/** `process.parentPort` inside a utility process. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.({ message })
  }

  start(): void {
    // Messages flow as soon as there is a listener.
  }
}

/** Runs the script named first on the command line as Electron runs a utility process. */
async function runUtility(): Promise<void> {
  const [script = '', ...args] = process.argv.slice(2)
  const port = new ParentPort()
  Object.defineProperty(process, 'parentPort', { value: port })
  Object.defineProperty(process, 'type', { value: 'utility' })
  const early: unknown[] = []
  const deliver = (data: unknown): void => void port.emit('message', { data, ports: [] })
  process.on('message', (wrapped) => {
    const data: unknown = (wrapped as { message: unknown }).message
    // Messages sent before the script listens wait for it.
    if (port.listenerCount('message') === 0) early.push(data)
    else deliver(data)
  })
  port.on('newListener', (event) => {
    if (event !== 'message' || early.length === 0) return
    setImmediate(() => {
      for (const data of early.splice(0)) deliver(data)
    })
  })
  // Nothing outlives the app: its end closes the channel, whatever the end was.
  process.on('disconnect', () => process.exit(0))
  process.argv = [process.execPath, script, ...args]
  await import(pathToFileURL(script).href)
}

await runUtility()
