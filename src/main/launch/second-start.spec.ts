import { describe, expect, it } from 'vitest'
import { commandMaxLength } from '../../shared/commands/command.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { linkMaxLength, readLink } from '../links/read-link.ts'
import {
  describeSecondStart,
  followSecondStart,
  secondStartOf,
  type SecondStartTarget,
} from './second-start.ts'

function follow(data: unknown): readonly string[] {
  const done: string[] = []
  const running: SecondStartTarget = {
    reveal: () => done.push('reveal'),
    openWindow: () => done.push('open'),
    runCommand: (command) => done.push(formatCommand(command)),
    openLink: (link) => done.push(link),
    tellSecondStart: () => done.push('tell'),
  }
  followSecondStart(data, (act) => act(running))
  return done
}

const nothing = { wantsNewWindow: false, command: null, link: null }

describe('what another process hands over', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'quit'],
    ['a list', ['--command', 'quit']],
    ['no command but an object', { ...nothing, command: { name: 'quit' } }],
    ['a command that is too long', { ...nothing, command: `skill-set=${'x'.repeat(commandMaxLength)}` }],
    ['a link that is too long', { ...nothing, link: `deskside://${'x'.repeat(linkMaxLength)}` }],
    ['a missing part', { wantsNewWindow: false, command: 'quit' }],
  ])('%s only brings the window to the front', (_what, data) => {
    expect(follow(data)).toEqual(['reveal', 'tell'])
  })

  it('a command that is none does nothing at all', () => {
    expect(follow({ ...nothing, command: 'rm=everything' })).toEqual([])
  })

  it.each([
    [nothing, ['reveal', 'tell'], 'it shows its window'],
    [{ ...nothing, wantsNewWindow: true }, ['open'], 'it opens one more window'],
    [{ ...nothing, command: 'state=busy' }, ['state=busy'], 'the command was handed over to it: state=busy'],
    [{ ...nothing, link: 'deskside://quit' }, ['deskside://quit'], 'the link was handed over to it'],
    [
      { wantsNewWindow: true, command: 'state=busy', link: 'deskside://quit' },
      ['state=busy', 'deskside://quit', 'open'],
      'it opens one more window',
    ],
  ] as const)('%j does %j', (data, done, said) => {
    expect([follow(data), describeSecondStart(data)]).toEqual([done, said])
  })
})

it('waits for a first program that is starting still, also to show its window', () => {
  const waiting: ((running: SecondStartTarget) => void)[] = []
  followSecondStart(nothing, (act) => waiting.push(act))
  expect(waiting).toHaveLength(1)
})

describe('what is handed over', () => {
  it('is what the command line says', () => {
    const command = { name: 'auto-idle', to: 'off' } as const
    expect(secondStartOf({ wantsNewWindow: true, command, link: 'deskside://quit' })).toEqual({
      wantsNewWindow: true,
      command: 'auto-idle=off',
      link: 'deskside://quit',
    })
    expect(secondStartOf(nothing)).toEqual(nothing)
  })

  it('a link that is too long arrives as one that is refused, not as a shorter one', () => {
    const link = `deskside://skill-set/${'%41'.repeat(linkMaxLength)}`
    const [arrived = ''] = follow(secondStartOf({ ...nothing, link }))
    expect(readLink(arrived)).toEqual({ ok: false, error: { kind: 'too-long' } })
  })
})
