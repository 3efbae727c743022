import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JournalValue, NewJournalEntry } from '../../shared/domain/journal.ts'
import { exportText } from './export-text.ts'
import { JournalFolder } from './testing/journal-fixture.ts'

/** A secret as it stands in an entry by mistake: in a text, or as the value of a detail. */
interface Slip {
  readonly secret: string
  readonly text: string
  readonly detail: readonly [string, JournalValue]
}

const filler = fc.string({
  unit: fc.constantFrom('a', 'b', 'x', 'z', ' ', ',', ';', '{', '}', '"', "'", 'é', '技'),
  maxLength: 20,
})

/** Anything that may be typed, and nothing that could stand in an entry by chance. */
const password = fc.string({ minLength: 6, maxLength: 30, unit: 'grapheme' }).map((text) => `Pw~${text}!7`)

const passwordSlip: fc.Arbitrary<Slip> = fc
  .tuple(
    password,
    filler,
    fc.constantFrom('password', 'newPassword', 'passwd', 'appSecret', 'token', 'Authorization'),
    fc.constantFrom('=', ': ', '":"', "' = '"),
  )
  .chain(([secret, before, name, between]) =>
    fc
      .constantFrom(
        `${before} ${name}${between}${secret}`,
        `${before} ${JSON.stringify({ a: 1, [name]: secret, b: 2 })}`,
        `${before} https://agent:${encodeURIComponent(secret)}@gateway.example/x`,
      )
      .map((text): Slip => ({ secret, text, detail: [name, secret] })),
  )

const guidSlip: fc.Arbitrary<Slip> = fc
  .tuple(fc.uuid(), fc.nat(9), filler, fc.constantFrom('Guid', 'callId', 'agentId', 'reference', 'note'))
  .chain(([uuid, node, before, name]) =>
    fc
      .constantFrom(uuid, `JSESSIONID=${uuid}.AgentGateway${node}`, `${uuid}.AgentGateway${node}`)
      .map((text): Slip => ({ secret: uuid, text: `${before} ${text}`, detail: [name, text] })),
  )

const phoneSlip: fc.Arbitrary<Slip> = fc
  .tuple(
    fc.string({ unit: fc.nat(9).map(String), minLength: 7, maxLength: 15 }),
    filler,
    fc.constantFrom('', ' ', 'tel', '+', '(', '"', 'x.', '-'),
    fc.constantFrom('', ' ', 'x', ')', '.', '-1', 'é'),
    fc.constantFrom('note', 'caller', 'phoneNum', 'text'),
    fc.boolean(),
  )
  .map(([number, before, left, right, name, isNumber]): Slip => ({
    secret: number,
    text: `${before}${left}${number}${right}`,
    detail: [name, isNumber ? Number(`1${number}`) : number],
  }))

/** Callers' numbers may be short: then only their name gives them away. */
const extensionSlip: fc.Arbitrary<Slip> = fc
  .tuple(
    fc.integer({ min: 70_000, max: 99_999 }),
    fc.constantFrom('caller', 'called', 'phone', 'callerNo', 'ani'),
  )
  .map(([number, name]): Slip => ({
    secret: String(number),
    text: `${name}: ${number}`,
    detail: [name, number],
  }))

const slip = fc.oneof(passwordSlip, guidSlip, phoneSlip, extensionSlip)

const entryOf = (
  { text, detail }: Slip,
  place: 'name' | 'cause' | 'text' | 'detail' | 'key',
): NewJournalEntry => ({
  kind: 'event',
  name: place === 'name' ? text : 'AgentEvent_Ringing',
  cause: place === 'cause' ? text : null,
  details: {
    callId: '16-11',
    ...(place === 'text' ? { note: text } : {}),
    ...(place === 'detail' ? Object.fromEntries([detail]) : {}),
    ...(place === 'key' ? Object.fromEntries([[text, 1]]) : {}),
  },
})

let folder: JournalFolder
beforeEach(async () => {
  folder = await JournalFolder.create()
})
afterEach(async () => {
  await folder.remove()
})

it('no password, Guid or number reaches memory, file or support text, wherever it was put', async () => {
  // Times, ids and sums are numbers too: fixed ones, so that none of them holds a drawn number by chance.
  const clock = { now: () => 0, after: () => () => undefined }
  const journal = await folder.open({ clock })
  const place = fc.constantFrom('name', 'cause', 'text', 'detail', 'key' as const)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(slip, place), { minLength: 1, maxLength: 20 }), async (slips) => {
      for (const [drawn, at] of slips) journal.record(entryOf(drawn, at))
      const recent = journal.recent({ limit: slips.length })
      expect(recent).toHaveLength(slips.length)
      await journal.flush()
      const newest = await newestText()
      const known = [JSON.stringify(recent), exportText(recent), newest]
      for (const [{ secret }] of slips) {
        for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
          expect(known.filter((text) => text.includes(form)).length, form).toBe(0)
        }
      }
    }),
    { numRuns: 500 },
  )
})

/** The newest segment without its sums. */
async function newestText(): Promise<string> {
  const name = (await folder.files()).at(-1) ?? ''
  return (await readFile(`${folder.path}/${name}`, 'utf8')).replaceAll(/"sum":"[\da-f]{8}"/g, '')
}
