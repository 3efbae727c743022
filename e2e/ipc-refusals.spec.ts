import * as v from 'valibot'
import { commandChannels, type CommandChannel } from '../src/shared/ipc/channels.ts'
import { contract } from '../src/shared/ipc/contract.ts'
import type { SeenRequest } from './support/world.ts'
import { expect, sharedTest as test } from './support/shared-test.ts'

/*
 * What a page that has been taken over may send to main, in the built app and with an agent signed in: every exposed
 * function with inputs of every wrong shape. Each is answered with `invalid-input`, and the gateway hears nothing of it.
 */

test.use({ isSignedIn: true })

/** True unless it is one of the queries and polls that the desk makes by itself. */
const isCommand = ({ method, path }: SeenRequest): boolean =>
  method !== 'GET' && !path.endsWith('/queryacdstat')

const huge = 'x'.repeat(40_000)

/** One good input per function; the wrong ones are made from it. */
const goodInputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  watch: { views: ['waiting'] },
  signIn: {
    gatewayAddress: 'https://127.0.0.1:9',
    caFile: '',
    agentId: '102',
    password: 'Deskside#102',
    phone: '8102',
    isAlwaysOffHook: true,
    takeOver: true,
  },
  returnToSession: { takeOver: false },
  signOut: { force: true },
  cancelWish: { wish: 'linkage' },
  dismissAbsence: { id: 1 },
  setAgentState: { state: 'busy' },
  controlCall: { action: 'release' },
  setAfterCall: { autoIdle: false },
  setLinkage: { linked: true },
  signInToSkills: { choice: { mode: 'none' } },
  transferWaitingCall: { callId: '1', fromSkillId: 1, toSkillId: 2 },
  connectManagement: { managementAddress: 'https://127.0.0.1:9', appKey: 'demo', appSecret: 'demo-secret' },
  readBindings: { skillId: 3 },
  unbindAgents: { skillId: 3, accounts: ['agent102'] },
  unbindAll: { skillId: 3, typedName: 'Sales' },
  undoUnbinding: { receiptId: 'r' },
  stopUnbinding: { receiptId: 'r' },
  readUnbindReport: { receiptId: 'r' },
  dismissNotice: { id: 1 },
  readJournal: { kinds: ['gap'], before: 9, limit: 10 },
  copyJournal: { ids: [1] },
  exportRoster: {
    query: {
      text: '',
      skillId: 1,
      states: ['idle'],
      minSeconds: 60,
      order: { column: 'agent', isDescending: false },
    },
    columns: ['agent'],
  },
  changePreferences: { theme: 'dark' },
  resetPreferences: { keys: ['theme'] },
  testAlertNote: { kind: 'call-missed' },
  runCommand: { text: 'sign-out' },
  testShortcut: { accelerator: 'Ctrl+Alt+I' },
  recordShortcut: { isRecording: true },
  checkConnection: {
    gatewayAddress: 'https://127.0.0.1:9',
    caFile: '',
    credentials: { agentId: '101', password: 'Deskside#101', phone: '8101', isAlwaysOffHook: true },
  },
  chooseGateway: { choice: 'own', gatewayAddress: 'https://127.0.0.1:9', caFile: '' },
}

/** Fields that may be null. */
const nullable: ReadonlySet<string> = new Set(['before', 'credentials'])

/** Fields that may be left out. */
const optional: ReadonlySet<string> = new Set(['theme'])

/** Inputs that keep the shape and break a rule. */
const brokenRules: Readonly<Record<string, readonly unknown[]>> = {
  watch: [{ views: ['everything'] }, { views: Array.from({ length: 100 }, () => 'waiting') }],
  signIn: [
    { ...goodInputs.signIn, gatewayAddress: 'http://gateway.example' },
    { ...goodInputs.signIn, gatewayAddress: 'https://user:secret@gateway.example' },
    { ...goodInputs.signIn, agentId: '100' },
  ],
  cancelWish: [{ wish: 'password' }, { wish: '__proto__' }],
  dismissAbsence: [{ id: -1 }, { id: 0.5 }, { id: Number.POSITIVE_INFINITY }],
  readJournal: [
    { kinds: ['everything'], before: null, limit: 10 },
    { kinds: Array.from({ length: 10 }, () => 'gap'), before: null, limit: 10 },
    { kinds: [], before: -1, limit: 10 },
    { kinds: [], before: null, limit: 0 },
    { kinds: [], before: null, limit: 501 },
  ],
  setAgentState: [{ state: 'talking' }, { state: '__proto__' }],
  signInToSkills: [
    { choice: { mode: 'chosen', skillIds: [] } },
    { choice: { mode: 'chosen', skillIds: [0] } },
    { choice: { mode: 'chosen', skillIds: ['1;2'] } },
    { choice: { mode: 'chosen', skillIds: Array.from({ length: 1500 }, (_, index) => index + 1) } },
    { choice: { mode: 'none', skillIds: [1] } },
  ],
  transferWaitingCall: [
    { callId: '', fromSkillId: 1, toSkillId: 2 },
    { callId: '1', fromSkillId: 1.5, toSkillId: 2 },
  ],
  connectManagement: [{ ...goodInputs.connectManagement, managementAddress: 'http://management.example' }],
  readBindings: [{ skillId: -1 }, { skillId: Number.NaN }],
  unbindAgents: [
    { skillId: 3, accounts: [] },
    { skillId: 3, accounts: [''] },
    { skillId: 3, accounts: Array.from({ length: 1001 }, () => 'a') },
  ],
  unbindAll: [
    { skillId: 3, typedName: 'Billing' },
    { skillId: 3, typedName: '' },
    { skillId: 3, typedName: 'sales' },
  ],
}

function wrongShapes(good: Readonly<Record<string, unknown>>): readonly unknown[] {
  const names = Object.keys(good)
  return [
    undefined,
    null,
    'text',
    7,
    [],
    [good],
    { ...good, extra: true },
    { ...good, padding: huge.repeat(4) },
    ...names
      .filter((name) => !optional.has(name))
      .map((name) => Object.fromEntries(Object.entries(good).filter(([other]) => other !== name))),
    ...names.map((name) => ({ ...good, [name]: { toString: 'x' } })),
    ...names.filter((name) => !nullable.has(name)).map((name) => ({ ...good, [name]: null })),
    ...names.map((name) => ({ ...good, [name]: huge })),
  ]
}

const channels: Readonly<Record<string, CommandChannel>> = {
  watch: 'desk:watch',
  signIn: 'session:sign-in',
  returnToSession: 'session:return',
  signOut: 'session:sign-out',
  cancelWish: 'wishes:cancel',
  dismissAbsence: 'absence:dismiss',
  setAgentState: 'agent:set-state',
  setAfterCall: 'agent:set-after-call',
  setLinkage: 'agent:set-linkage',
  signInToSkills: 'skills:sign-in',
  transferWaitingCall: 'waiting:transfer',
  connectManagement: 'supervisor:connect',
  readBindings: 'supervisor:read-bindings',
  unbindAgents: 'supervisor:unbind',
  unbindAll: 'supervisor:unbind-all',
  undoUnbinding: 'supervisor:undo',
  stopUnbinding: 'supervisor:stop',
  readUnbindReport: 'supervisor:read-report',
  dismissNotice: 'notices:dismiss',
  readJournal: 'journal:read',
  controlCall: 'call:control',
  copyJournal: 'journal:copy',
  exportRoster: 'roster:export',
  changePreferences: 'preferences:change',
  resetPreferences: 'preferences:reset',
  testAlertNote: 'alerts:test-note',
  runCommand: 'commands:run',
  testShortcut: 'shortcuts:test',
  recordShortcut: 'shortcuts:record',
  checkConnection: 'connection:check',
  chooseGateway: 'gateway:choose',
}

test('no command that takes an input is left out', () => {
  // Changing no preference at all is allowed, so an empty input tells nothing about that one.
  const takesInput = (channel: CommandChannel): boolean =>
    channel === 'preferences:change' || !v.is(contract[channel].input, {})
  expect(Object.values(channels).toSorted()).toEqual(commandChannels.filter(takesInput).toSorted())
  expect(Object.keys(channels).toSorted()).toEqual(Object.keys(goodInputs).toSorted())
})

for (const [name, good] of Object.entries(goodInputs)) {
  test(`${name}: every wrong input is refused and nothing is sent`, async ({ page, app, gateway, mark }) => {
    // Made from an input that is good, so that each is wrong in one respect only.
    expect(v.is(contract[channels[name]!].input, good)).toBe(true)
    const inputs = [...wrongShapes(good), ...(brokenRules[name] ?? [])]
    const answers = await page.evaluate(
      async ([called, sent]) => {
        const { deskside } = window as unknown as {
          deskside: Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>
        }
        const codes: string[] = []
        for (const input of sent) {
          // The pace that is always allowed: nothing may be refused for haste.
          await new Promise((resolve) => setTimeout(resolve, 20))
          const result = await deskside[called]!(input)
          codes.push(result.ok ? 'accepted' : (result.error?.code ?? 'no code'))
        }
        return codes
      },
      [name, inputs] as const,
    )
    expect(answers).toEqual(inputs.map(() => 'invalid-input'))
    // A refusal for sending too much too fast would prove nothing about what was sent.
    expect(app.program.output()).not.toContain('too many commands')
    expect((await gateway.requests('', mark)).filter(isCommand)).toEqual([])
    expect((await gateway.agent('101')).state).not.toBe('signed-out')
  })
}

test('a function cannot be talked into another command', async ({ page, gateway, mark }) => {
  const codes = await page.evaluate(async () => {
    const { deskside } = window as unknown as {
      deskside: Record<string, (...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>>
    }
    const results = [
      await deskside.getSnapshot!({ force: true }, 'session:sign-out'),
      await deskside.setLinkage!({ linked: 'yes' }, { linked: true }),
    ]
    return results.map((result) => result.error?.code ?? 'ok')
  })
  expect(codes).toEqual(['ok', 'invalid-input'])
  expect((await gateway.requests('', mark)).filter(isCommand)).toEqual([])
})
