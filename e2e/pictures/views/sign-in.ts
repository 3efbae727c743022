import { err } from '../../../src/shared/result.ts'
import { deskSnapshot, noon, signedOut } from '../../../src/renderer/src/testing/snapshots.ts'
import type { PicturedView } from '../view.ts'

export const demo = {
  gatewayAddress: 'https://127.0.0.1:8043',
  caFile: '',
  agentId: '101',
  phone: '8101',
  isAlwaysOffHook: true,
  demoPassword: 'Deskside#101',
}

export const signInViews: readonly PicturedView[] = [
  {
    name: 'sign-in',
    scene: { snapshot: signedOut({ signIn: demo }) },
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [420, 720, 'contrast'],
    ],
  },
  {
    name: 'sign-in-empty-fields',
    scene: { snapshot: signedOut() },
    act: (page) => page.getByRole('button', { name: 'Sign in', exact: true }).click(),
  },
  {
    name: 'sign-in-refused',
    scene: {
      snapshot: signedOut({ signIn: demo }),
      answers: { signIn: err({ code: 'refused', reason: 'wrong-credentials', retcode: '100-004' }) },
    },
    act: (page) => page.getByRole('button', { name: 'Sign in', exact: true }).click(),
  },
  {
    name: 'dialog-already-signed-in',
    scene: {
      snapshot: signedOut({ signIn: demo }),
      answers: { signIn: err({ code: 'refused', reason: 'already-signed-in', retcode: '100-002' }) },
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('dialog', { name: 'Already signed in' }).waitFor()
    },
  },
  {
    name: 'ended',
    scene: {
      snapshot: deskSnapshot({
        session: {
          phase: 'ended',
          agentId: '101',
          ended: { cause: 'silent-too-long', at: noon },
          canReturn: true,
        },
      }),
    },
    also: [
      [360, 640, 'light'],
      [900, 700, 'dark'],
    ],
  },
  {
    name: 'ended-held-elsewhere',
    scene: {
      snapshot: deskSnapshot({
        session: {
          phase: 'taken-over',
          agentId: '101',
          ended: { cause: 'held-elsewhere', at: noon },
          canReturn: true,
        },
      }),
    },
  },
  {
    name: 'not-loaded',
    scene: {
      snapshot: signedOut(),
      answers: { getSnapshot: err({ code: 'internal', reference: 'ab12cd34' }) },
    },
  },
]
