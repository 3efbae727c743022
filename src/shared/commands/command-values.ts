import * as v from 'valibot'
import { requestableStates } from '../domain/agent.ts'
import { callActions } from '../domain/call-control.ts'
import { wishNames } from '../domain/wishes.ts'
import { shownParts, type ShownPart } from '../ipc/contract.ts'
import { switchOrders, windowOrders, type Command, type CommandName, type CommandOf } from './command.ts'

/** The value of a command as text: read by a schema into the command, and written back. */
interface CommandValue<N extends CommandName> {
  /** Null when the command has no value. */
  readonly schema: v.GenericSchema<string, CommandOf<N>> | null
  readonly write: (command: CommandOf<N>) => string | null
  /** What may stand behind the `=`; for a terminal and the documents. */
  readonly hint: string
}

/** People say what stands on the tabs; the window's own names for these parts are older. */
const partsBySpokenName: ReadonlyMap<string, ShownPart> = new Map([
  ['queues', 'waiting'],
  ['team', 'roster'],
])
const spokenNames = new Map([...partsBySpokenName].map(([name, part]) => [part, name]))
const shownChoices = [...shownParts, 'window'] as const

const name = v.pipe(v.string(), v.trim(), v.nonEmpty())

const stateSchema = v.pipe(
  v.string(),
  v.transform((text) => {
    const [state, ...reason] = text.split(':')
    return { state, reason: reason.length === 0 ? null : reason.join(':') }
  }),
  v.object({
    state: v.picklist(requestableStates),
    reason: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number))),
  }),
  v.check(({ state, reason }) => reason === null || state === 'busy' || state === 'rest'),
  v.transform(({ state, reason }): CommandOf<'state'> => ({ name: 'state', state, reason })),
)

/** One entry for each command: a name without one does not compile. */
export const commandValues: { readonly [N in CommandName]: CommandValue<N> } = {
  state: {
    schema: stateSchema,
    write: ({ state, reason }) => (reason === null ? state : `${state}:${reason}`),
    hint: 'idle, busy, rest or wrap-up; busy and rest may add a reason, as in busy:203',
  },
  'auto-idle': {
    schema: v.pipe(
      v.picklist(switchOrders),
      v.transform((to): CommandOf<'auto-idle'> => ({ name: 'auto-idle', to })),
    ),
    write: ({ to }) => to,
    hint: 'on, off or toggle',
  },
  linkage: {
    schema: v.pipe(
      v.picklist(switchOrders),
      v.transform((to): CommandOf<'linkage'> => ({ name: 'linkage', to })),
    ),
    write: ({ to }) => to,
    hint: 'on, off or toggle',
  },
  skills: {
    schema: v.pipe(
      v.picklist(['all', 'chosen', 'none'] as const),
      v.transform((mode): CommandOf<'skills'> => ({ name: 'skills', mode })),
    ),
    write: ({ mode }) => mode,
    hint: 'all, chosen or none',
  },
  'skill-set': {
    schema: v.pipe(
      name,
      v.transform((set): CommandOf<'skill-set'> => ({ name: 'skill-set', set })),
    ),
    write: ({ set }) => set,
    hint: 'the name of a saved set of queues',
  },
  'transfer-longest': {
    schema: v.pipe(
      name,
      v.transform((queue): CommandOf<'transfer-longest'> => ({ name: 'transfer-longest', queue })),
    ),
    write: ({ queue }) => queue,
    hint: 'the ID of a queue, or its exact name',
  },
  call: {
    schema: v.pipe(
      v.picklist(callActions),
      v.transform((action): CommandOf<'call'> => ({ name: 'call', action })),
    ),
    write: ({ action }) => action,
    hint: oneOf(callActions),
  },
  'cancel-wish': {
    schema: v.pipe(
      v.picklist(wishNames),
      v.transform((wish): CommandOf<'cancel-wish'> => ({ name: 'cancel-wish', wish })),
    ),
    write: ({ wish }) => wish,
    hint: oneOf(wishNames),
  },
  'sign-out': { schema: null, write: () => null, hint: 'no value' },
  show: {
    schema: v.pipe(
      v.string(),
      v.transform((text) => partsBySpokenName.get(text) ?? text),
      v.picklist(shownChoices),
      v.transform((part): CommandOf<'show'> => ({ name: 'show', part })),
    ),
    write: ({ part }) => spoken(part),
    hint: oneOf(shownChoices.map(spoken)),
  },
  window: {
    schema: v.pipe(
      v.picklist(windowOrders),
      v.transform((mode): CommandOf<'window'> => ({ name: 'window', mode })),
    ),
    write: ({ mode }) => mode,
    hint: oneOf(windowOrders),
  },
  quit: { schema: null, write: () => null, hint: 'no value' },
}

/** Commands that are complete without a value. */
export const bareCommands: Readonly<Partial<Record<CommandName, Command>>> = {
  'sign-out': { name: 'sign-out' },
  quit: { name: 'quit' },
}

function spoken(part: (typeof shownChoices)[number]): string {
  return part === 'window' ? part : (spokenNames.get(part) ?? part)
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}
