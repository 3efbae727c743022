import * as v from 'valibot'
import { commandChannels, type CommandChannel } from '../../shared/ipc/channels.ts'
import {
  contract,
  type CommandOutput,
  type CommandResult,
  type ParsedInput,
} from '../../shared/ipc/contract.ts'
import { err } from '../../shared/result.ts'
import type { Logger } from '../logging/logger.ts'
import type { OwnOrigin } from '../security/own-origin.ts'
import type { Clock } from '../time/clock.ts'
import type { CommandContext, CommandHandlers } from './command-handlers.ts'
import { toInputError } from './input-error.ts'
import { isTooLarge, RateLimit } from './message-bounds.ts'
import { refuseSender, type SenderFrame } from './sender-policy.ts'

/** The part of Electron's invoke event the router reads. */
export interface InvokeEvent {
  readonly sender: { readonly id: number }
  readonly senderFrame: SenderFrame | null
}

/** The part of a window's `webContents` that commands are registered on (SEC-26). */
export interface RoutedContents {
  readonly id: number
  readonly ipc: {
    handle(
      channel: string,
      listener: (event: InvokeEvent, ...args: readonly unknown[]) => Promise<unknown>,
    ): void
  }
}

export interface RouterOptions {
  readonly handlers: CommandHandlers
  readonly own: OwnOrigin
  readonly log: Logger
  readonly clock: Pick<Clock, 'now'>
  /** Makes the reference under which an unplanned failure is logged and shown. */
  readonly newReference: () => string
  /** Checks results as well: in an unpackaged program and in specs, where a wrong one should be found at its source. */
  readonly checksOutputs: boolean
  /** True once the program has begun to end: no command is accepted any more (RES-15). */
  readonly isEnding: () => boolean
}

/** What is answered during the end: every window goes on showing how the agent is signed out, and may quit twice. */
const allowedAtTheEnd: ReadonlySet<CommandChannel> = new Set([
  ...commandChannels.filter((channel) => channel.endsWith(':get-snapshot')),
  'journal:read',
  'diagnostics:read',
  'app:quit',
])

/**
 * The only place where commands of a window are registered. In this order: who sent it, how often and how large, whether
 * the program still takes commands, what it says, the service, what it answers. Every outcome is a `Result`; nothing is
 * thrown across the bridge.
 */
export class CommandRouter {
  readonly #options: RouterOptions

  constructor(options: RouterOptions) {
    this.#options = options
  }

  /** Registers every command of the contract on one window. */
  attach(contents: RoutedContents): void {
    const rate = new RateLimit(this.#options.clock)
    for (const channel of commandChannels) {
      contents.ipc.handle(channel, (event, ...args) => {
        // Read before any await: afterwards the frame may be gone and its place in the event null (SEC-25).
        const sender = { contentsId: event.sender.id, frame: event.senderFrame }
        const refusal = refuseSender(sender, contents.id, this.#options.own)
        if (refusal !== null) {
          this.#options.log.error('sender refused', { channel, refusal, url: sender.frame?.url ?? null })
          return Promise.resolve(err({ code: 'forbidden-sender' }))
        }
        return this.#run(channel, args, rate, { windowId: contents.id })
      })
    }
  }

  async #run<C extends CommandChannel>(
    channel: C,
    args: readonly unknown[],
    rate: RateLimit,
    context: CommandContext,
  ): Promise<CommandResult<C>> {
    if (!rate.take()) return this.#refuseBounds(channel, 'too many commands')
    if (args.length !== 1 || isTooLarge(args)) return this.#refuseBounds(channel, 'message out of bounds')
    if (this.#options.isEnding() && !allowedAtTheEnd.has(channel)) {
      this.#options.log.info('refused during the end', { channel })
      return err({ code: 'superseded' })
    }
    const schema = contract[channel].input as unknown as v.GenericSchema<unknown, ParsedInput<C>>
    // An empty list passes for an object without keys in some schemas; a command takes one object.
    const message = Array.isArray(args[0]) ? null : args[0]
    const input = v.safeParse(schema, message, { abortEarly: true })
    if (!input.success) {
      const error = toInputError(input.issues[0])
      this.#options.log.warn('input refused', { channel, field: error.field, problem: error.problem })
      return err(error)
    }
    try {
      const result = await this.#options.handlers[channel](input.output, context)
      if (result.ok && this.#options.checksOutputs) this.#checkOutput(channel, result.value)
      return result
    } catch (error) {
      const reference = this.#options.newReference()
      this.#options.log.error('command failed', { channel, reference, error })
      return err({ code: 'internal', reference })
    }
  }

  #refuseBounds<C extends CommandChannel>(channel: C, why: string): CommandResult<C> {
    this.#options.log.warn(why, { channel })
    return err({ code: 'invalid-input', field: 'input', problem: 'out-of-range' })
  }

  #checkOutput<C extends CommandChannel>(channel: C, value: CommandOutput<C>): void {
    const checked = v.safeParse(contract[channel].output, value, { abortEarly: true })
    if (checked.success) return
    const issue = checked.issues[0]
    throw new Error(`${channel} answered with a wrong ${v.getDotPath(issue) ?? 'value'}: ${issue.message}`)
  }
}
