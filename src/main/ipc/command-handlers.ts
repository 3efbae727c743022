import type { AppError } from '../../shared/app-error.ts'
import type { CommandChannel } from '../../shared/ipc/channels.ts'
import type { CommandOutput, ParsedInput } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'

/** The window a command came from. */
export interface CommandContext {
  /** Id of its `webContents`. */
  readonly windowId: number
}

/** One handler per channel of the contract: a channel without one does not compile. */
export type CommandHandlers = {
  readonly [C in CommandChannel]: (
    input: ParsedInput<C>,
    context: CommandContext,
  ) => Promise<Result<CommandOutput<C>, AppError>>
}
