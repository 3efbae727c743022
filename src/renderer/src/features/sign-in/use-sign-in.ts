import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { useSnapshot } from '../../stores/use-snapshot.ts'
import {
  fieldsFromDefaults,
  findProblems,
  textFieldNames,
  type SignInFields,
  type SignInProblems,
} from './sign-in-form.ts'

/**
 * What signing in came to, for the form to react to. `problems`: look at the marked fields. `taken`: the agent is signed in
 * elsewhere and must be asked. `wrong-password`:
 * type it again. `failed`: the error says why.
 */
export type SignInOutcome = 'signed-in' | 'problems' | 'taken' | 'wrong-password' | 'failed'

/** The sign-in form without its looks: fields, problems, the command. Nothing typed is lost by a failure. */
export function useSignIn() {
  const bridge = useBridge()
  const snapshot = useSnapshot()
  const fields = reactive<SignInFields>(fieldsFromDefaults(snapshot.value.signIn))
  const problems = shallowRef<SignInProblems>({})
  // What the demo has filled in by itself, nobody needs to look at.
  const isAdvancedOpen = ref(fields.caFile !== '' && snapshot.value.signIn.demoPassword === null)
  const command = useCommand((takeOver: boolean) => bridge.signIn({ ...fields, takeOver }))

  const isBusy = computed(() => command.isRunning.value || snapshot.value.session.phase === 'signing-in')

  // Defaults may arrive after the form (the demo gateway needs a moment to start). Only what nobody touched follows them.
  watch(
    () => snapshot.value.signIn,
    (now, before) => {
      const [fresh, old] = [fieldsFromDefaults(now), fieldsFromDefaults(before)]
      for (const name of textFieldNames) if (fields[name] === old[name]) fields[name] = fresh[name]
      if (fields.isAlwaysOffHook === old.isAlwaysOffHook) fields.isAlwaysOffHook = fresh.isAlwaysOffHook
    },
  )

  function show(found: SignInProblems): void {
    problems.value = found
    if (found.caFile !== undefined) isAdvancedOpen.value = true
  }

  async function submit(takeOver: boolean): Promise<SignInOutcome> {
    command.clearError()
    const found = findProblems(fields)
    show(found)
    if (Object.keys(found).length > 0) return 'problems'
    const result = await command.run(takeOver)
    if (result.ok) return 'signed-in'
    const { code, reason, field, problem } = result.error
    if (reason === 'already-signed-in') return 'taken'
    if (reason === 'wrong-credentials') return 'wrong-password'
    // The remedy is behind the disclosure: show it.
    if (code === 'untrusted-certificate') isAdvancedOpen.value = true
    const name = textFieldNames.find((candidate) => candidate === field)
    if (name === undefined || problem === undefined) return 'failed'
    show({ [name]: problem })
    return 'problems'
  }

  return { fields, problems, isAdvancedOpen, isBusy, error: command.error, submit }
}
