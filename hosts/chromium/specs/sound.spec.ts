import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp

/** A twentieth of a second of a 440 Hz tone: 8-bit mono PCM. */
function tone(): Buffer {
  const rate = 8000
  const samples = Buffer.from(
    Array.from(
      { length: rate / 20 },
      (_, at) => 128 + Math.round(100 * Math.sin((at * 880 * Math.PI) / rate)),
    ),
  )
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}

beforeAll(async () => {
  app = await launchProbe(folder.path)
  await app.run(`
    const csp = "default-src 'none'; media-src 'self'; connect-src 'self'"
    const sound = Buffer.from(${JSON.stringify(tone().toString('base64'))}, 'base64')
    electron.protocol.unhandle('app')
    electron.protocol.handle('app', ({ url }) => new Response(
      url.endsWith('.wav') ? sound : '<title>Sound</title>',
      { headers: { 'content-type': url.endsWith('.wav') ? 'audio/wav' : 'text/html', 'content-security-policy': csp } }))
    await shared.window.loadURL('app://probe/')`)
})
afterAll(async () => {
  await app.stop()
  folder.remove()
})

describe('refusals', () => {
  it.each(['user-gesture-required', 'document-user-activation-required'])(
    'autoplayPolicy: %s',
    async (policy) => {
      const made = app.run(
        `new electron.BrowserWindow({ show: false, webPreferences: { autoplayPolicy: '${policy}' } })`,
      )
      await expect(made).rejects.toThrow(`autoplayPolicy: "${policy}" is not implemented`)
    },
  )

  it('a file from elsewhere, by the page’s own policy', async () => {
    const played = app.page(`new Audio('https://elsewhere.example/tone.wav').play()`)
    await expect(played).rejects.toThrow(/no supported source/)
  })
})

it('plays a file of the app to its end, though nobody has touched the page', async () => {
  const result = await app.page(`(async () => {
    const audio = new Audio('/tone.wav')
    const ended = new Promise((resolve) => audio.addEventListener('ended', () => resolve('ended'), { once: true }))
    await audio.play()
    return [await ended, Math.round(audio.duration * 1000)]
  })()`)
  expect(result).toStrictEqual(['ended', 50])
})

it('plays through Web Audio, and time goes on', async () => {
  const result = await app.page(`(async () => {
    const context = new AudioContext()
    const buffer = await context.decodeAudioData(await (await fetch('/tone.wav')).arrayBuffer())
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(context.destination)
    const ended = new Promise((resolve) => source.addEventListener('ended', () => resolve('ended'), { once: true }))
    source.start()
    const state = [await ended, context.state, context.currentTime > 0]
    await context.close()
    return state
  })()`)
  expect(result).toStrictEqual(['ended', 'running', true])
})
