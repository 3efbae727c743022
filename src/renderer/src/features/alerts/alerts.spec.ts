import { expect, describe, test } from 'vitest'
import { defaultPreferences } from '../../../../shared/preferences/default-preferences.ts'
import { alertKinds } from '../../../../shared/preferences/preference-schemas.ts'
import { ok } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { preferencesSnapshot, signedOut } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { gainOf, writeSound } from './play-sound.ts'
import { lengthOf, soundScores } from './sound-scores.ts'

async function open(yours: Parameters<typeof preferencesSnapshot>[0] = {}) {
  const bridge = stubBridge(signedOut())
  bridge.getPreferences.mockResolvedValue(ok(preferencesSnapshot(yours, 1)))
  const screen = await renderApp(bridge)
  bridge.pushShow('settings')
  await screen.getByRole('tab', { name: 'Notifications' }).click()
  return { bridge, screen }
}

describe('sounds', () => {
  test('no two are alike', () => {
    const scores = alertKinds.map((kind) => JSON.stringify(soundScores[kind]))
    expect(new Set(scores).size).toBe(alertKinds.length)
  })

  test.each(alertKinds)('%s is short, and none of it is out of hearing', (kind) => {
    expect(lengthOf(soundScores[kind])).toBeLessThan(1.5)
    for (const { pitch } of soundScores[kind]) {
      expect(pitch).toBeGreaterThan(300)
      expect(pitch).toBeLessThan(2000)
    }
  })

  test('the volume goes from nothing to what several tones can share', () => {
    expect([gainOf(0), gainOf(-5)]).toEqual([0, 0])
    expect(gainOf(50)).toBeLessThan(gainOf(100) / 2)
    expect(gainOf(500)).toBe(gainOf(100))
  })

  test.each(alertKinds)('%s is heard, never cut off, and over when it should be', async (kind) => {
    const rate = 8000
    const length = lengthOf(soundScores[kind])
    const context = new OfflineAudioContext(1, Math.ceil((length + 0.1) * rate), rate)
    void writeSound(context, { kind, volume: 100 }, 0)
    const samples = (await context.startRendering()).getChannelData(0)
    const peakOf = (part: Float32Array): number => part.reduce((peak, at) => Math.max(peak, Math.abs(at)), 0)
    expect(peakOf(samples)).toBeGreaterThan(0.1)
    expect(peakOf(samples)).toBeLessThan(1)
    expect(peakOf(samples.subarray(Math.ceil((length + 0.05) * rate)))).toBe(0)
  })
})

describe('settings', () => {
  test('a system without notes says so', async () => {
    const { bridge, screen } = await open()
    bridge.testAlertNote.mockResolvedValueOnce(ok(false))
    await screen.getByRole('button', { name: 'Try the note: Missed call' }).click()
    await expect.element(screen.getByText('This system shows no notes.')).toBeVisible()
    expect(bridge.testAlertNote).toHaveBeenCalledWith({ kind: 'call-missed' })
  })

  test('a sound that is turned down to nothing says so', async () => {
    const { screen } = await open({ soundVolume: 0 })
    await screen.getByRole('button', { name: 'Try the sound: A call arrives' }).click()
    await expect.element(screen.getByText('The volume is at 0.')).toBeVisible()
  })

  test('one switch changes one thing of one kind', async () => {
    const { bridge, screen } = await open()
    await screen.getByRole('checkbox', { name: 'Sound: Missed call' }).click()
    const { alerts } = defaultPreferences
    expect(bridge.changePreferences).toHaveBeenCalledExactlyOnceWith({
      alerts: { ...alerts, 'call-missed': { ...alerts['call-missed'], sound: !alerts['call-missed'].sound } },
    })
  })

  test('quiet hours of the same time twice are said to hold all day', async () => {
    const { screen } = await open({ quietHours: { isOn: true, from: '08:00', to: '08:00' } })
    await expect.element(screen.getByText(/^The same time twice/)).toBeVisible()
  })

  test('quiet hours that are off ask for no times', async () => {
    const { screen } = await open()
    await expect.element(screen.getByRole('switch', { name: 'Quiet hours' })).not.toBeChecked()
    await expect.element(screen.getByLabelText('From')).not.toBeInTheDocument()
  })
})
