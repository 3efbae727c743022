import { matchesGlob } from '../../simulator/faults/glob.ts'
import type { SentRequest } from '../support/recording-transport.ts'
import type { Cell } from './cell.ts'
import { beAtWork, passUntil, pollTrouble, type Bench, type Doing, type Situation } from './situation.ts'

/** How long a lasting fault lasts, counted from the first request it strikes. */
const lastingMs = 20_000
/** The agent's state is read once a minute; everything else is asked for sooner. */
const strikeLimitMs = 75_000
/** No exchange of the client takes longer: the roster's deadline, and the way there. */
const exchangeLimitMs = 40_000

/** What the agent asked for, until all of it is answered. */
export class Asked {
  #open = 0

  add(work: Promise<unknown>): void {
    this.#open += 1
    void work.then(() => (this.#open -= 1))
  }

  get isAnswered(): boolean {
    return this.#open === 0
  }
}

/** The trouble is over: the fault is gone, and the exchanges it struck have ended at the client. */
export interface Healed {
  readonly asked: Asked
  /** Requests that were sent before the fault was armed. */
  readonly sentBefore: number
}

export const isOf = ({ target }: Cell, { method, path }: SentRequest): boolean =>
  method === target.method && matchesGlob(target.path, path.split('?')[0] ?? '')

const doingIn = (situation: Situation, otherwise: Doing): Doing =>
  situation === 'idle' || situation === 'busy' || situation === 'talking' || situation === 'wrap-up'
    ? situation
    : otherwise

/** Brings the desk into the situation, lets the fault strike, and heals. An error text when nothing was struck. */
export async function strikeCell(bench: Bench, cell: Cell): Promise<Healed | string> {
  const { situation, target, provocation } = cell
  const { clock, gateway, desk } = bench
  if (situation !== 'signing-in') await beAtWork(bench, doingIn(situation, target.doing))
  await provocation.before?.(bench)
  await enter(bench, situation)
  // The gateway may only be in one kind of trouble with polls at a time.
  if (target.name === 'poll' && situation === 'doubtful') gateway.faults.remove()
  const sentBefore = bench.sent.length
  const fault = arm(bench, cell)
  if (situation === 'recovering') {
    provocation.meanwhile?.(bench)
    clock.thaw()
    if (provocation.ask !== undefined) {
      await passUntil(bench, () => desk.snapshot.session.phase === 'recovering', 5_000, 5)
    }
  }
  const asked = ask(bench, cell)
  if (provocation.isKept === true && situation === 'doubtful') removeOthers(bench, fault)
  const hasStruck = (): boolean => gateway.faults.list().some(({ id, seen }) => id === fault && seen > 0)
  if (!(await passUntil(bench, hasStruck, strikeLimitMs))) return 'the request was never sent'
  if (situation !== 'recovering') provocation.meanwhile?.(bench)
  if (provocation.isLeftBehind === true) asked.add(desk.signOut({ force: false }))
  await heal(bench, cell)
  return { asked, sentBefore }
}

function ask(bench: Bench, { provocation }: Cell): Asked {
  const asked = new Asked()
  if (provocation.ask !== undefined) asked.add(provocation.ask(bench))
  return asked
}

async function enter(bench: Bench, situation: Situation): Promise<void> {
  const { clock, gateway, desk } = bench
  if (situation === 'doubtful') {
    gateway.faults.add(pollTrouble)
    const isDoubtful = await passUntil(bench, () => desk.snapshot.session.phase === 'doubtful', 20_000)
    if (!isDoubtful) throw new Error('the desk does not doubt')
  }
  if (situation === 'recovering') {
    clock.freeze()
    await clock.advance(10_000)
  }
}

function arm({ gateway }: Bench, { target, variant, duration }: Cell): number {
  const added = gateway.faults.add({
    match: { method: target.method, path: target.path },
    action: variant.action,
    ...(duration === 'once' ? { times: 1 } : {}),
  })
  if ('error' in added) throw new Error(added.error)
  return added.fault.id
}

function removeOthers({ gateway }: Bench, kept: number): void {
  for (const { id } of gateway.faults.list()) if (id !== kept) gateway.faults.remove(id)
}

async function heal(bench: Bench, cell: Cell): Promise<void> {
  const { clock, gateway, sent } = bench
  if (cell.duration === 'while') {
    await clock.advance(lastingMs)
    gateway.faults.remove()
  }
  const struck = sent.filter((request) => isOf(cell, request) && request.endedAtMs === null)
  await passUntil(bench, () => struck.every(({ endedAtMs }) => endedAtMs !== null), exchangeLimitMs)
  gateway.faults.remove()
}
