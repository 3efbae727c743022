import { launchProbe, temporaryFolder } from '../spec-support/launch-app.ts'

/**
 * Measures `ipcRenderer.invoke` from the page's world and back: `node hosts/chromium/bench/invoke.ts [rounds]`. Prints one
 * line of JSON per payload; times in milliseconds.
 */
const rounds = Number(process.argv[2] ?? 2000)

const payloads = {
  small: '{ toggle: "auto-idle", enabled: true }',
  'date and map': '{ at: new Date(), map: new Map([["k", 1]]) }',
  '1000 rows':
    'Array.from({ length: 1000 }, (_, id) => ({ id, name: "agent" + id, state: "idle", skills: [1, 2] }))',
}

function measure(payload: string, count: number): string {
  return `(async () => {
    const payload = ${payload}
    for (let i = 0; i < 50; i++) await api.invoke('echo', payload)
    const times = []
    for (let i = 0; i < ${String(count)}; i++) {
      const start = performance.now()
      await api.invoke('echo', payload)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const at = (share) => Math.round(times[Math.floor(times.length * share)] * 100) / 100
    return { p50: at(0.5), p90: at(0.9), p99: at(0.99) }
  })()`
}

const folder = temporaryFolder()
const app = await launchProbe(folder.path)
try {
  await app.run(`electron.ipcMain.handle('echo', (_event, value) => value)`)
  for (const [name, payload] of Object.entries(payloads)) {
    const count = name === '1000 rows' ? Math.ceil(rounds / 20) : rounds
    const result = await app.page(measure(payload, count))
    console.log(JSON.stringify({ bench: 'invoke', payload: name, rounds: count, ...(result as object) }))
  }
} finally {
  await app.stop()
  folder.remove()
}
