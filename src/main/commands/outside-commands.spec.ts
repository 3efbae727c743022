import { describe, expect, it } from 'vitest'
import type { AppError } from '../../shared/app-error.ts'
import { parseCommand } from '../../shared/commands/parse-command.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { err, ok } from '../../shared/result.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { online, signingIn } from '../tray/testing/tray-build.ts'
import { OutsideCommands } from './outside-commands.ts'

function setUp(error: AppError | null = null) {
  const desk = new FakeDesk()
  const said: string[] = []
  const outside = new OutsideCommands({
    desk,
    runner: {
      run: async (command, door) => {
        said.push(`${door} ${formatCommand(command)}`)
        return error === null ? ok(null) : err(error)
      },
    },
    notify: (severity, content) => {
      if (content.kind === 'command') said.push(`${severity} ${content.command} ${content.outcome}`)
    },
    log: createRecordingLogger().log,
  })
  outside.start()
  const run = (text: string, door: 'command-line' | 'deep-link' = 'command-line') => {
    const command = parseCommand(text)
    if (!command.ok) throw new Error(text)
    return outside.run(command.value, door)
  }
  const signIn = async (): Promise<void> => {
    desk.change(snapshotOf({ session: online }, 1))
    await settle()
  }
  return { outside, run, said, signIn, desk }
}

describe('before the sign-in', () => {
  it('what needs one waits for it, in its order', async () => {
    const { run, said, signIn } = setUp()
    await run('auto-idle=off')
    await run('state=busy')
    expect(said).toEqual(['info auto-idle=off waits', 'info state=busy waits'])
    await signIn()
    expect(said.slice(2)).toEqual([
      'command-line auto-idle=off',
      'success auto-idle=off done',
      'command-line state=busy',
      'success state=busy done',
    ])
    await signIn()
    expect(said).toHaveLength(6)
  })

  it.each(['sign-out', 'call=release', 'transfer-longest=3', 'cancel-wish=linkage'])(
    '%s is about this moment, and does not wait for another',
    async (text) => {
      const { run, said, signIn } = setUp({ code: 'not-connected' })
      await run(text)
      const expected = [`command-line ${text}`, `warning ${text} failed`]
      expect(said).toEqual(expected)
      await signIn()
      expect(said).toEqual(expected)
    },
  )

  it('what needs none runs, and shows for itself', async () => {
    const { run, said } = setUp()
    await run('show=settings')
    expect(said).toEqual(['command-line show=settings'])
  })

  it('not more than ten wait: the next one is refused at once', async () => {
    const { run, said } = setUp({ code: 'not-connected' })
    for (let count = 0; count < 11; count += 1) await run('auto-idle=off')
    expect(said.filter((each) => each.endsWith('waits'))).toHaveLength(10)
    expect(said.slice(-2)).toEqual(['command-line auto-idle=off', 'warning auto-idle=off failed'])
  })

  it('nothing runs while the sign-in is under way', async () => {
    const { run, said, desk, signIn } = setUp()
    await run('auto-idle=off')
    desk.change(snapshotOf({ session: signingIn }, 1))
    await settle()
    expect(said).toEqual(['info auto-idle=off waits'])
    await signIn()
    expect(said).toHaveLength(3)
  })

  it('a link never waits', async () => {
    const { run, said } = setUp({ code: 'not-connected' })
    await run('auto-idle=off', 'deep-link')
    expect(said).toEqual(['deep-link auto-idle=off', 'warning auto-idle=off failed'])
  })

  it('nothing runs any more after the end', async () => {
    const { run, said, signIn, outside, desk } = setUp()
    await run('auto-idle=off')
    outside.dispose()
    await signIn()
    expect([said, desk.listeners.size]).toEqual([['info auto-idle=off waits'], 0])
  })
})

it.each([
  ['auto-idle=off', ['command-line auto-idle=off', 'success auto-idle=off done']],
  // Nobody is left to read a notice.
  ['quit', ['command-line quit']],
])('signed in, %s runs at once', async (text, expected) => {
  const { run, said, signIn } = setUp()
  await signIn()
  await run(text)
  expect(said).toEqual(expected)
})

it.each([
  [null, ['command-line sign-out', 'success sign-out done']],
  [{ code: 'timed-out' } as const, ['command-line sign-out', 'warning sign-out failed']],
  [{ code: 'superseded' } as const, ['command-line sign-out']],
])('signed in, a command that ends with %j says %j', async (error, expected) => {
  const { run, said, signIn } = setUp(error)
  await signIn()
  await run('sign-out')
  expect(said).toEqual(expected)
})
