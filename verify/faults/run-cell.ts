import { offerTo, releaseCallOf } from '../../simulator/control/agent-commands.ts'
import type { Outcome } from '../../src/main/agent/desk-service.ts'
import { credentials } from '../support/observed-desk.ts'
import { passWhile } from '../support/pass-while.ts'
import type { UnhandledWatch } from '../support/unhandled.ts'
import { budgetOf, type Budget } from './budget.ts'
import type { Cell } from './cell.ts'
import { judge, lostWishes, type Said } from './judge.ts'
import { agentId, createBench, passUntil, type Bench } from './situation.ts'
import { isOf, strikeCell, type Healed } from './strike.ts'

/** What became of one cell. */
export interface CellResult {
  readonly cell: Cell
  /** From the end of the trouble until the screen was right and stayed so; null = not within the time that was watched. */
  readonly rightAfterMs: number | null
  /** From the end of the trouble until every lasting wish was in force or shown as failed. */
  readonly wishesAfterMs: number | null
  readonly budget: Budget
  /** Everything that must not be; empty when all is well. */
  readonly problems: readonly string[]
}

/** From an act of the agent to the right screen. */
const actMs = 5_000
const watchedMs = 70_000
/** After quitting nothing may be left, not even a timer that would do nothing: this long one may still run off. */
const afterQuitMs = 35_000

const overCodes: ReadonlySet<string> = new Set(['000-003', '100-006', '105-005'])
const switchOverCode = '000-004'

/** Runs one cell from the sign-in to the end of the program. Never throws: what goes wrong is a problem of the cell. */
export async function runCell(cell: Cell, seed: number, unhandled: UnhandledWatch): Promise<CellResult> {
  const bench = createBench(seed, cell.target.settings)
  const problems: string[] = []
  let budget = budgetOf(cell, 0)
  let times: Pick<CellResult, 'rightAfterMs' | 'wishesAfterMs'> = { rightAfterMs: null, wishesAfterMs: null }
  try {
    const healed = await strikeCell(bench, cell)
    if (typeof healed === 'string') problems.push(healed)
    else {
      const attempts = await tryAgain(bench, cell, healed)
      budget = budgetOf(cell, latePolls(bench, healed))
      times = await watch(bench, cell, budget, problems)
      if (!healed.asked.isAnswered) problems.push('what was asked for is never answered')
      checkRepeats(bench, cell, healed, attempts, problems)
      await checkWayBack(bench, cell, problems)
      await checkNextCall(bench, cell, problems)
    }
    await quit(bench, problems)
  } catch (error) {
    problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  for (const error of bench.internalErrors) problems.push(`the simulator failed: ${String(error)}`)
  for (const rejection of unhandled.take()) problems.push(`unhandled rejection: ${rejection}`)
  return { cell, ...times, budget, problems }
}

const said = (bench: Bench, cell: Cell): Said => ({
  isOver: bench.gateway.requests.since(0).some(({ retcode }) => retcode !== null && overCodes.has(retcode)),
  isSignedOut: bench.sent.some(({ path, retcode }) => path.endsWith('/logout') && retcode === '0'),
  isAfterCallHidden: cell.target.name === 'autoenteridle' && cell.variant.fault === 'ignore',
})

const latePolls = ({ sent }: Bench, { sentBefore }: Healed): number =>
  sent.slice(sentBefore).filter(({ lane, outcome }) => lane === 'poll' && outcome === 'timed-out').length

/** A sign-in that failed is tried again by the agent, who takes over what is left of the first one. Answers how often. */
async function tryAgain(bench: Bench, cell: Cell, { asked }: Healed): Promise<number> {
  if (cell.situation !== 'signing-in') return 0
  const { desk } = bench
  await passUntil(bench, () => asked.isAnswered, 30_000)
  let takeOver = cell.target.name === 'forcelogin'
  for (let attempts = 0; ; attempts += 1) {
    if (desk.snapshot.session.phase !== 'signed-out' || attempts === 3) return attempts
    const answer = await passWhile(bench.clock, desk.signIn(credentials(agentId, { takeOver })))
    takeOver ||= !answer.ok && answer.error.reason === 'already-signed-in'
  }
}

/** Watches the screen come right. A wish that is sent again later is pending for a moment; that is no fault. */
async function watch(
  bench: Bench,
  cell: Cell,
  budget: Budget,
  problems: string[],
): Promise<Pick<CellResult, 'rightAfterMs' | 'wishesAfterMs'>> {
  const { clock } = bench
  const beganAt = clock.now()
  let rightAfterMs: number | null = 0
  let wishesAfterMs: number | null = 0
  let hasBeenRight = false
  let now: readonly string[] = []
  let lost: readonly string[] = []
  let late: readonly string[] = []
  for (let passedMs = 0; passedMs <= watchedMs; passedMs = clock.now() - beganAt) {
    const stepMs = passedMs < 6_000 ? 50 : 500
    const { wrong, doubted, pending } = judge(bench, said(bench, cell))
    now = [...wrong, ...doubted, ...pending]
    hasBeenRight ||= now.length === 0
    const counted = hasBeenRight ? [...wrong, ...doubted] : now
    if (counted.length > 0) rightAfterMs = passedMs + stepMs
    if (counted.length > 0 && passedMs >= budget.ms) late = counted
    lost = lostWishes(bench, said(bench, cell))
    if (lost.length > 0) wishesAfterMs = passedMs + stepMs
    await clock.advance(stepMs)
  }
  if (now.length > 0) rightAfterMs = null
  if (lost.length > 0) wishesAfterMs = null
  if (late.length > 0) problems.push(`late (${String(rightAfterMs ?? 'never')} ms): ${late.join(', ')}`)
  if (now.length > 0) problems.push(`at the end: ${now.join(', ')}`)
  problems.push(...lost)
  return { rightAfterMs, wishesAfterMs }
}

/** What must be done once is sent once: again only after the gateway said that it did nothing. */
function checkRepeats(
  bench: Bench,
  cell: Cell,
  { sentBefore }: Healed,
  attempts: number,
  problems: string[],
): void {
  if (!cell.target.isOnce) return
  const own = bench.sent.slice(sentBefore).filter((request) => isOf(cell, request))
  const unasked = own.filter((_request, index) => index > 0 && own[index - 1]?.retcode !== switchOverCode)
  if (unasked.length > attempts) problems.push(`sent ${own.length} times`)
  const done = bench.gateway.history.filter(
    (entry) =>
      entry.type === 'carried-out' &&
      entry.retcode === '0' &&
      entry.request.path.endsWith('assignuserinqueue'),
  )
  if (done.length > 1 && cell.variant.fault !== 'duplicate') problems.push('moved twice')
}

/** A session that the gateway ended: one act of the agent brings everything back. */
async function checkWayBack(bench: Bench, cell: Cell, problems: string[]): Promise<void> {
  const { desk, clock } = bench
  const { session } = desk.snapshot
  if (session.phase !== 'ended' && session.phase !== 'taken-over') return
  // A sign-out that is asked for just after the end gives the way back up.
  if (cell.situation === 'signing-out' && !session.canReturn) return
  const sent = bench.sent.length
  const back: Awaited<Outcome> = await passWhile(bench.clock, desk.returnToSession({ takeOver: true }))
  await clock.advance(actMs)
  if (!back.ok) problems.push(`no way back: ${back.error.code}`)
  const fresh: Said = { ...said(bench, cell), isOver: false, isSignedOut: false }
  const { wrong, doubted, pending } = judge(bench, fresh)
  problems.push(
    ...[...wrong, ...doubted, ...pending, ...lostWishes(bench, fresh)].map(
      (text) => `after the return: ${text}`,
    ),
  )
  if (bench.sent.length === sent) problems.push('the return sent nothing')
}

/** A setting that cannot be read back and was not carried out shows with the end of the next call. */
async function checkNextCall(bench: Bench, cell: Cell, problems: string[]): Promise<void> {
  const { desk, clock, gateway } = bench
  const isLiedAbout = said(bench, cell).isAfterCallHidden && desk.snapshot.session.phase === 'online'
  if (!isLiedAbout) return
  if (desk.snapshot.agentState.effective !== 'idle' && desk.snapshot.agentState.effective !== 'talking') {
    await passWhile(bench.clock, desk.setAgentState({ state: 'idle' }, 'window'))
    await clock.advance(1_000)
  }
  gateway.run((world) => offerTo(world, agentId, { skillId: 1, talkMs: 600_000 }))
  await clock.advance(2_000)
  gateway.run((world) => releaseCallOf(world, agentId, 'caller'))
  await clock.advance(2_000)
  const isInForce =
    gateway.simulation.world.agents.get(agentId)?.presence?.autoEnterIdle ===
    bench.settings.current.wishes.autoIdle
  const { verdict } = desk.snapshot.afterCall
  if (verdict !== (isInForce ? 'confirmed' : 'contradicted')) {
    problems.push(`after the next call the setting is called ${verdict}`)
  }
}

async function quit(bench: Bench, problems: string[]): Promise<void> {
  await passWhile(bench.clock, bench.dispose())
  const sent = bench.sent.length
  await bench.clock.advance(afterQuitMs)
  if (bench.sent.length > sent) problems.push('sends requests after its end')
  if (bench.timers() > 0) problems.push(`${bench.timers()} timers left`)
  if (bench.sent.some(({ endedAtMs }) => endedAtMs === null)) problems.push('a request never ended')
  bench.gateway.dispose()
}
