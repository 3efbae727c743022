import { describe, expect, it } from 'vitest'
import { defaultSettings } from './default-settings.ts'
import { OverriddenSettings } from './overridden-settings.ts'
import type { Settings, SettingsStore } from './settings.ts'

class MemorySettings implements SettingsStore {
  current: Settings = { ...defaultSettings, agentId: '900' }
  readonly writes: Partial<Settings>[] = []

  async update(change: Partial<Settings>): Promise<void> {
    if (change.phone === '666') throw new Error('disk full')
    this.writes.push(change)
    this.current = { ...this.current, ...change }
  }
}

function overridden() {
  const inner = new MemorySettings()
  const store = new OverriddenSettings(inner, { gatewayAddress: 'https://127.0.0.1:1', phone: '8101' })
  return { inner, store }
}

describe('settings of this run', () => {
  it('are in force and not saved', async () => {
    const { inner, store } = overridden()
    await store.update({ gatewayAddress: 'https://127.0.0.1:1', phone: '8101' })
    expect(inner.writes).toEqual([])
    expect(store.current).toMatchObject({ gatewayAddress: 'https://127.0.0.1:1', agentId: '900' })
  })

  it('do not keep other values from being saved', async () => {
    const { inner, store } = overridden()
    await store.update({ gatewayAddress: 'https://127.0.0.1:1', agentId: '101' })
    expect(inner.writes).toEqual([{ agentId: '101' }])
  })

  it('give way to what the agent types', async () => {
    const { inner, store } = overridden()
    await store.update({ gatewayAddress: 'https://gw', phone: '8101' })
    expect(inner.writes).toEqual([{ gatewayAddress: 'https://gw' }])
    expect(store.current).toMatchObject({ gatewayAddress: 'https://gw', phone: '8101' })
  })

  it('stay in force when saving the new value failed', async () => {
    const { store } = overridden()
    await expect(store.update({ phone: '666' })).rejects.toThrow('disk full')
    expect(store.current.phone).toBe('8101')
  })
})
