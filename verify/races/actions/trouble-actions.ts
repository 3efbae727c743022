import type { Random } from '../../../simulator/world/random.ts'
import type { Action, Run, Step } from '../action.ts'

const trouble = (text: string, perform: (run: Run) => void): Step => ({ text, isOfAgent: false, perform })

const commandPaths = [
  '**/resetskill/*',
  '**/autoenteridle/*',
  '**/assignuserinqueue',
  '**/saybusy',
  '**/sayfree',
  '**/work',
  '**/rest/**',
  '**/logout',
] as const
const queryPaths = [
  '**/agentstatus',
  '**/allonlineagents',
  '**/waitcallinfo/*',
  '**/agentskills',
  '**/agentvdnskill',
  '**/callinfo',
] as const
const pollPath = '**/agentevent/*'

type FaultAction = Readonly<Record<string, unknown>> & { readonly type: string }

function drawAnyFault(random: Random): FaultAction {
  const when = random.next() < 0.5 ? 'before' : 'after'
  return random.pick<FaultAction>([
    { type: 'delay', ms: random.between(50, 14_000) },
    { type: 'hang', when },
    { type: 'reset', when },
    { type: 'half-open' },
    { type: 'slow-drip', ms: random.between(10, 500), bytes: 8 },
    { type: 'status', status: random.pick([404, 500, 502, 503]) },
    { type: 'retcode', retcode: random.pick(['000-004', '100-007', '105-002', '999-999']), message: 'no' },
    { type: 'malformed', kind: random.pick(['truncated', 'html', 'wrong-types', 'empty']) },
  ])
}

function drawFault(random: Random): { readonly path: string; readonly action: FaultAction } {
  const kind = random.next()
  if (kind < 0.25) {
    // Answered "0" and not done, or done twice: only commands can suffer that.
    const type = random.next() < 0.7 ? 'ignore' : 'duplicate'
    return { path: random.pick(commandPaths), action: { type } }
  }
  if (kind < 0.35) {
    return { path: pollPath, action: { type: random.next() < 0.6 ? 'drop-events' : 'duplicate' } }
  }
  if (kind < 0.6) return { path: random.pick(commandPaths), action: drawAnyFault(random) }
  if (kind < 0.8) return { path: random.pick(queryPaths), action: drawAnyFault(random) }
  return { path: pollPath, action: drawAnyFault(random) }
}

const fault: Action = {
  weight: 6,
  draw: (random) => {
    const { path, action } = drawFault(random)
    const times = random.next() < 0.7 ? 1 : random.between(2, 4)
    return trouble(`fault: ${JSON.stringify(action)} on ${path}, ${times} times`, ({ bench }) => {
      const added = bench.gateway.faults.add({ match: { path }, action, times })
      if ('error' in added) throw new Error(added.error)
    })
  },
}

const guidExpires: Action = {
  weight: 0.2,
  draw: () =>
    trouble('fault: the Guid expires', ({ bench }) => {
      bench.gateway.faults.add({ match: { path: '**/101/**' }, action: { type: 'expire-guid' }, times: 1 })
    }),
}

const networkFails: Action = {
  weight: 2.5,
  draw: (random) => {
    const state = random.next() < 0.5 ? 'down' : 'black-hole'
    const forMs = random.next() < 0.6 ? random.between(50, 8_000) : random.between(8_000, 150_000)
    return trouble(`the network is ${state} for ${forMs} ms`, ({ bench, disturb }) => {
      const { clock, gateway } = bench
      if (gateway.network.state !== 'up') return
      const end = disturb('network')
      gateway.network.set(state)
      clock.after(forMs, () => {
        gateway.network.set('up')
        end()
      })
    })
  },
}

const networkSlows: Action = {
  weight: 1.5,
  draw: (random) => {
    const mostMs = random.pick([20, 200, 1_000])
    return trouble(`each way takes up to ${mostMs} ms`, ({ bench }) => {
      bench.gateway.network.setLatency([1, mostMs])
    })
  },
}

const clientFreezes: Action = {
  weight: 1.5,
  draw: (random) => {
    const forMs = random.pick([random.between(200, 3_000), random.between(3_000, 60_000), 300_000])
    return trouble(`the client does not run for ${forMs} ms`, ({ bench, disturb }) => {
      const { clock } = bench
      if (clock.isFrozen) return
      const end = disturb('frozen')
      clock.freeze()
      clock.after(forMs, () => {
        clock.thaw()
        end()
      })
    })
  },
}

/** What goes wrong between the two. */
export const troubleActions: readonly Action[] = [
  fault,
  guidExpires,
  networkFails,
  networkSlows,
  clientFreezes,
]
