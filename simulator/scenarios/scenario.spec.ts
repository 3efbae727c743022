import { describe, expect, it } from 'vitest'
import { loadScenario, parseScenario } from './load-scenario.ts'
import { optionsOf, readScenario } from './scenario.ts'

const NOTE = { type: 'note', text: 'hello' }
const scenario = (...steps: unknown[]): Record<string, unknown> => ({
  name: 'a-name',
  description: 'What it is.',
  watch: 'What to see.',
  steps,
})
const withStep = (step: unknown): unknown => scenario(step)

/** Path and text of each mistake, as one would look for it. */
function problemsOf(input: unknown): string[] {
  const read = readScenario(input)
  return 'scenario' in read ? [] : read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a scenario is refused', () => {
  it.each<[what: string, input: unknown, problem: RegExp]>([
    ['that is none', null, /^: Invalid type/],
    ['without steps', scenario(), /^steps: must not be empty/],
    ['without a sentence what to watch', { ...scenario({ at: 0, do: NOTE }), watch: '' }, /^watch: must not/],
    ['with an unknown field', { ...scenario({ at: 0, do: NOTE }), colour: 'red' }, /^colour: /],
    [
      'of a world that is none',
      { ...scenario({ at: 0, do: NOTE }), world: { agents: 0 } },
      /^world\.agents: /,
    ],
    [
      'with a range upside down',
      { ...scenario({ at: 0, do: NOTE }), world: { talk: [20, 10] } },
      /^world\.talk: must be the shortest/,
    ],
    [
      'for an agent that cannot be',
      { ...scenario({ at: 0, do: NOTE }), agent: '7' },
      /^agent: must be an agent/,
    ],
    [
      'that begins after something of its own',
      { ...scenario({ at: 0, do: NOTE }), begins: { step: 'one' } },
      /^begins\./,
    ],
    ['with a step at no time', withStep({ do: NOTE }), /^steps\.0: needs either "at" or "after"/],
    [
      'with a step at two times',
      withStep({ at: 0, after: { is: 'idle' }, do: NOTE }),
      /^steps\.0: needs either "at" or "after"/,
    ],
    ['that waits for no condition', withStep({ at: 0, wait: 1, do: NOTE }), /^steps\.0: "wait" belongs/],
    ['with a time that is none', withStep({ at: '5 minutes', do: NOTE }), /^steps\.0\.at: must be seconds/],
    [
      'with an unknown condition',
      withStep({ after: { is: 'tired' }, do: NOTE }),
      /^steps\.0\.after\.0: must be/,
    ],
    [
      'with an unknown action',
      withStep({ at: 0, do: { type: 'dance' } }),
      /^steps\.0\.do\.type: unknown action/,
    ],
    [
      'with a wrong option',
      withStep({ at: 0, do: { type: 'place-call', skillId: 'x' } }),
      /^steps\.0\.do\.skillId: /,
    ],
    [
      'with an option of another action',
      withStep({ at: 0, do: { type: 'note', text: 'x', skillId: 1 } }),
      /^steps\.0\.do\.skillId: /,
    ],
    [
      'with an unknown fault',
      withStep({ at: 0, do: { type: 'add-fault', action: { type: 'smoke' } } }),
      /^steps\.0\.do\.action: unknown fault/,
    ],
    [
      'with a fault that lacks something',
      withStep({ at: 0, do: { type: 'add-fault', action: { type: 'delay' } } }),
      /^steps\.0\.do\.action: ms/,
    ],
    [
      'that names a call of no earlier step',
      withStep({ at: 0, do: { type: 'hang-up', call: 'late' } }),
      /^steps\.0: no earlier step names a call "late"/,
    ],
    [
      'that waits for a step which comes later',
      scenario({ after: { step: 'two' }, do: NOTE }, { name: 'two', at: 0, do: NOTE }),
      /^steps\.0: no earlier step names a step "two"/,
    ],
    [
      'with two steps of one name',
      scenario({ name: 'one', at: 0, do: NOTE }, { name: 'one', at: 0, do: NOTE }),
      /^steps\.1: there is another step "one"/,
    ],
  ])('%s', (_what, input, problem) => {
    expect(problemsOf(input)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
  })

  it('with every mistake and its line', () => {
    const text = `{
      "name": "a-name", "description": "d", "watch": "w",
      "steps": [
        { "at": 1, "do": { "type": "note" } },
        { "at": 2, "do": {
          "type": "place-call",
          "skillId": "1"
        } }
      ]
    }`
    expect(parseScenario(text, 'mine.json')).toEqual({
      problem: expect.stringMatching(
        /^mine\.json:4: steps\[0\]\.do.*\nmine\.json:7: steps\[1\]\.do\.skillId: .*$/,
      ) as unknown,
    })
  })

  it('that is no JSON, with the line', () => {
    expect(parseScenario('{\n "name": }', 'mine.json')).toEqual({
      problem: expect.stringMatching(/^mine\.json:2: /) as unknown,
    })
  })

  it('that is nowhere, with those there are', async () => {
    expect(await loadScenario('nothing-of-the-kind')).toEqual({
      problem: expect.stringMatching(/there is no scenario "nothing-of-the-kind".*busy-morning/) as unknown,
    })
  })
})

it('gives the options of a simulator', () => {
  const world = { agents: 20, authMode: 2, wrapUpLimit: '00:20', talk: [5, 10], noAnswer: 3 }
  const read = readScenario({ ...scenario({ at: 0, do: NOTE }), seed: 7, world })
  expect('scenario' in read ? optionsOf(read.scenario) : read).toEqual({
    seed: 7,
    agents: 20,
    authMode: 2,
    wrapUpLimitMs: 20_000,
    timing: { talkMs: [5000, 10_000], noAnswerMs: 3000 },
  })
})
