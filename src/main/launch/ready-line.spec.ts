import { describe, expect, it } from 'vitest'
import { formatReadyLine, ReadySignal, type ReadyReport } from './ready-line.ts'

const report: ReadyReport = {
  host: 'chromium',
  gateway: 'https://gw:8043',
  userData: '/home/agent/.config/Deskside',
  control: null,
}

function signal() {
  const lines: string[] = []
  return {
    lines,
    ready: new ReadySignal(
      () => report,
      (line) => lines.push(line),
    ),
  }
}

describe('ready signal', () => {
  it.each([
    ['nothing happened', () => undefined],
    ['the window only loaded', (ready: ReadySignal) => ready.windowLoaded()],
    ['the page only asked', (ready: ReadySignal) => ready.snapshotAsked()],
  ])('says nothing while %s', (_name, act) => {
    const { lines, ready } = signal()
    act(ready)
    expect(lines).toEqual([])
  })

  it('says it once, whatever comes first', () => {
    const { lines, ready } = signal()
    ready.snapshotAsked()
    ready.windowLoaded()
    ready.windowLoaded()
    ready.snapshotAsked()
    expect(lines).toEqual([formatReadyLine(report)])
  })
})

describe('ready line', () => {
  it('is one line of JSON', () => {
    const line = formatReadyLine(report)
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toEqual({
      ready: true,
      host: 'chromium',
      gateway: 'https://gw:8043',
      userData: '/home/agent/.config/Deskside',
    })
  })

  it('names the control address of the demo', () => {
    expect(JSON.parse(formatReadyLine({ ...report, control: 'http://127.0.0.1:1' }))).toMatchObject({
      control: 'http://127.0.0.1:1',
    })
  })
})
