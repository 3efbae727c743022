import type { Agent } from './agent.ts'
import { done, refuse, type Outcome } from './refusal.ts'
import type { World } from './world.ts'

/** Wrong old passwords in a row until the account is locked. */
const MOST_FAILURES = 5

/** At least three of: small letter, capital letter, digit, another character. */
function isComplex(password: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/]
  return kinds.filter((kind) => kind.test(password)).length >= 3
}

/** `modifyaccountpwdex`, in the order in which the codes of protocol 12 are checked. */
export function changePassword(
  world: World,
  agent: Agent,
  wish: { readonly old: string; readonly next: string; readonly confirmation: string },
): Outcome {
  if (agent.traits.isLocked) return refuse('110-021', 'The account is locked because of repeated failures')
  if (wish.old !== agent.password) return countFailure(world, agent)
  world.wrongPasswords.delete(agent.id)
  if (wish.next === agent.password) return refuse('110-017', 'The new password equals the old one')
  if (wish.next === agent.account) return refuse('110-018', 'The password equals the account')
  if (wish.next.length < 8 || wish.next.length > 30)
    return refuse('110-020', 'A password has 8 to 30 characters')
  if (!isComplex(wish.next)) return refuse('110-019', 'The password is too simple')
  if (wish.confirmation !== wish.next)
    return refuse('110-022', 'The confirmation differs from the new password')
  agent.password = wish.next
  agent.traits = {
    ...agent.traits,
    mustChangePassword: false,
    isPasswordExpired: false,
    passwordDaysLeft: null,
  }
  // He may take calls from now on.
  world.isRoutingDue = true
  return done
}

function countFailure(world: World, agent: Agent): Outcome {
  const failures = (world.wrongPasswords.get(agent.id) ?? 0) + 1
  world.wrongPasswords.set(agent.id, failures)
  if (failures < MOST_FAILURES) return refuse('100-004', 'The old password is wrong')
  agent.traits = { ...agent.traits, isLocked: true }
  return refuse('110-021', 'The account is locked because of repeated failures')
}
