import type { SwitchView } from '../../../src/shared/domain/desk-snapshot.ts'
import type { AskedAt, RunRecord } from '../run-record.ts'
import type { Finding } from './finding.ts'
import type { Truth } from './truth.ts'

const refusals: readonly (string | null)[] = ['not-connected', 'refused', 'invalid-input']

/** Refused on the spot: this was never a wish. What the gateway refuses later was one. */
const isTaken = ({ result, atMs, endedAtMs }: AskedAt): boolean =>
  endedAtMs !== atMs || !refusals.includes(result)

/** What a switch that is on or off was wished to be last; undefined when nobody wished since the sign-in. */
function lastWish({ asked }: RunRecord, what: 'after-call' | 'linkage'): boolean | undefined {
  const taken = asked.findLast((one) => one.what === what && isTaken(one))
  return taken?.what === what ? taken.value : undefined
}

const isCancelled = ({ asked }: RunRecord, wish: string): boolean =>
  asked.some(({ what, value, result }) => what === 'cancel' && value === wish && result === 'ok')

/** When all is well again nothing may be left half done, and what holds is what was wished last. */
export function checkWishes(record: RunRecord, truth: Truth): Finding[] {
  const last = record.snapshots.at(-1)?.snapshot
  if (last?.session.phase !== 'online') return []
  const atMs = record.endedAtMs
  const settings = truth.settings.at(atMs) ?? null
  const findings: Finding[] = []
  const find = (text: string): void => {
    findings.push({ check: 'last wish', atMs, text })
  }

  const look = <T>(name: string, view: SwitchView<T>, inForce: string | null, struckPath: string): void => {
    if (view.verdict === 'pending') find(`${name}: under way for ever`)
    if (view.isKept) find(`${name}: kept, though the gateway is there`)
    if (view.verdict === 'wished') find(`${name}: wished and never sent`)
    // A request that was answered "0" and swallowed is not the desk's fault; that nothing proves it is said.
    const isSwallowed = truth.struck.some(
      ({ path, fault }) => path.includes(struckPath) && (fault === 'ignore' || fault === 'malformed'),
    )
    const isClaimed = view.verdict === 'accepted' || view.verdict === 'confirmed'
    const claimed = JSON.stringify(view.line.accepted?.value ?? null)
    if (!isClaimed || view.line.accepted === null || isSwallowed || inForce === null) return
    if (claimed !== inForce) find(`${name}: ${claimed} is called ${view.verdict}, in force is ${inForce}`)
  }
  const inForce = (value: unknown): string | null => (settings === null ? null : JSON.stringify(value))
  look('after call', last.afterCall, inForce(settings?.autoEnterIdle), '/autoenteridle/')
  look('skills', last.skills, inForce(settings?.skillIds), '/resetskill/')
  // Asked for and not possible is told by an event, which contradicts; off is off.
  const isLinked = settings?.linkage !== 'off'
  look('linkage', last.linkage, inForce(isLinked), '/resetskill/')

  for (const [what, view] of [
    ['after-call', last.afterCall],
    ['linkage', last.linkage],
  ] as const) {
    const wish = lastWish(record, what)
    const wished = view.line.wished?.value
    if (wish === undefined || wish === wished || isCancelled(record, what)) continue
    find(`${what}: the last wish was ${String(wish)}, remembered is ${String(wished)}`)
  }
  return findings
}
