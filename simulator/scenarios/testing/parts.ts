import type { Part } from './play.ts'

/** Signs in again, by force, a while after the session was found to be gone. */
const comesBack: Part['habit'] = async (person) => {
  await person.whenOut()
  await person.pause(10_000)
  await person.signIn(true)
}

/** What the person does in each scenario of the library; most only watch. */
export const PARTS: Readonly<Record<string, Part>> = {
  'billing-overflow': {},
  'busy-morning': {},
  'flaky-network': {},
  'gateway-restart': {},
  'gateway-restart-lost': {},
  'guid-expires': { habit: comesBack },
  'inspector-day': {},
  'long-break': {},
  'long-wait-premium': {},
  'missed-calls': {
    choices: { isAlwaysOffHook: false },
    habit: async (person) => {
      await person.until('busy')
      await person.pause(80_000)
      await person.gateway.sayIdle(person.id)
    },
  },
  'password-due': {
    habit: async (person) => {
      await person.pause(30_000)
      await person.gateway.changePassword(person.id, `Deskside#${person.id}`, 'Another#Way-7')
    },
  },
  'phone-7910': { choices: { isLinked: true, isAlwaysOffHook: false } },
  'phone-7910-fails': {
    habit: async (person) => {
      await person.pause(10_000)
      await person.gateway.resetSkills(person.id, { mode: 'all' }, true)
      await person.pause(40_000)
      await person.gateway.resetSkills(person.id, { mode: 'all' }, true)
    },
  },
  'quiet-night': {},
  'rest-with-approval': {
    habit: async (person) => {
      await person.pause(5_000)
      await person.gateway.rest(person.id, 600, 1)
      await person.until('rest')
      await person.pause(20_000)
      await person.gateway.cancelRest(person.id)
      await person.pause(5_000)
      await person.gateway.rest(person.id, 600, 2)
    },
  },
  'shift-change': {},
  'supervisor-unbinds': {
    habit: async (person) => {
      await person.pause(30_000)
      await person.gateway.resetSkills(person.id, { mode: 'all' }, false)
    },
  },
  'switch-over': {},
  'switch-over-lost': {},
  'take-over-and-back': { habit: comesBack },
  'transfer-races': {
    habit: async (person) => {
      const { gateway, id } = person
      while (person.isSignedIn) {
        await person.pause(1_000)
        const waiting = await gateway.waitingCalls(id, 1)
        const first = waiting.ok ? waiting.value[0] : undefined
        // As long as a person takes to choose the queue.
        await person.pause(4_000)
        if (first !== undefined) await gateway.transferWaitingCall(id, first.callId, 2)
      }
    },
  },
  'wrap-up-rules': { choices: { isAlwaysOffHook: false } },
}
