import { describe, expect, it } from 'vitest'
import type { QueueBinding } from '../../shared/domain/supervisor.ts'
import { answer, type Script } from '../gateway/testing/scripted-transport.ts'
import { basePath, connect, startService } from './testing/management-service.ts'

const row = (nth: number) => ({
  workNo: String(101 + nth),
  agentType: 4,
  agentWeight: 1,
  accountName: '',
  sipAccount: '',
  skillWeight: 2,
  userAccount: `agent${101 + nth}`,
})

const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => row(from + nth))

const accounts = (bindings: readonly QueueBinding[]) => bindings.map(({ account }) => account)

interface PageBody {
  readonly requestParam: { readonly skillId: number; readonly pageSize: number; readonly pageNum: number }
}

/** A service with so many bindings; `count` null leaves the count out. */
const paged =
  (total: number, options: { readonly largestPage?: number; readonly hasCount?: boolean } = {}): Script =>
  (request) => {
    const { pageNum, pageSize } = (JSON.parse(request.body ?? '') as PageBody).requestParam
    const size = Math.min(pageSize, options.largestPage ?? pageSize)
    const data = rows(0, total).slice(pageNum * size, (pageNum + 1) * size)
    return answer({ resultCode: '0', data, ...(options.hasCount === false ? {} : { count: total }) })
  }

async function read(...script: readonly Parameters<typeof startService>[0][number][]) {
  const service = startService(script)
  return { ...service, result: await connect(service.transport).bindings(3) }
}

it.each<[what: string, accountName: unknown, name: string | null]>([
  ['a name', 'Ada', 'Ada'],
  ['an empty name', '', null],
  ['no name', undefined, null],
  ['a name that is none', { first: 'Ada' }, null],
])('%s costs no binding', async (_what, accountName, name) => {
  const { result } = await read(answer({ resultCode: '0', data: [{ ...row(0), accountName }], count: 1 }))
  expect(result).toMatchObject({ ok: true, value: [{ account: 'agent101', name }] })
})

describe('bindings: answers that make no list', () => {
  const malformed = { ok: false, error: { code: 'malformed-answer', isOutcomeUnknown: false } }
  const page = (fields: object) => answer({ resultCode: '0', ...fields })

  it.each([
    ['no data and no count', page({})],
    ['no data and a count', page({ count: 2 })],
    ['null data and a count', page({ data: null, count: 2 })],
    ['data in words', page({ data: 'none', count: 0 })],
    ['a row that is none', page({ data: [null], count: 1 })],
    ['a row without account', page({ data: [{ ...row(0), userAccount: '' }], count: 1 })],
    ['a row without weight', page({ data: [{ ...row(0), agentWeight: undefined }], count: 1 })],
    ['a weight in words', page({ data: [{ ...row(0), skillWeight: 'high' }], count: 1 })],
  ])('%s', async (_what, script) => {
    expect((await read(script)).result).toEqual(malformed)
  })

  it('the same page again and again', async () => {
    const { result, calls } = await read(page({ data: rows(0, 100), count: 1_000 }))
    expect(result).toEqual(malformed)
    expect(calls()).toHaveLength(2)
  })

  it('pages that end before the count they name', async () => {
    const { result } = await read(page({ data: rows(0, 100), count: 150 }), page({ data: [], count: 150 }))
    expect(result).toEqual(malformed)
  })

  it('pages without end', async () => {
    let nth = 0
    const { result, calls } = await read(() => {
      nth += 100
      return page({ data: rows(nth, nth + 100) })
    })
    expect(result).toEqual(malformed)
    expect(calls()).toHaveLength(1_000)
  })

  it('a later page that fails', async () => {
    const { result } = await read(page({ data: rows(0, 100), count: 150 }), answer('', { status: 500 }))
    expect(result).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
})

describe('bindings: pages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [99, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('reads %i bindings in %i pages', async (total, pages) => {
    const { result, calls } = await read(paged(total))
    expect(result.ok && result.value).toHaveLength(total)
    expect(calls().map(({ path, body }) => [path, body])).toEqual(
      Array.from({ length: pages }, (_, pageNum) => [
        `${basePath}/queryAgentInfoBySkillId`,
        JSON.stringify({ requestParam: { skillId: 3, pageSize: 100, pageNum } }),
      ]),
    )
  })

  it('reads on when the service gives smaller pages than asked for', async () => {
    const { result } = await read(paged(130, { largestPage: 50 }))
    expect(result.ok && result.value).toHaveLength(130)
  })

  it.each([0, 99, 100, 150])('reads %i bindings without being told how many there are', async (total) => {
    const { result } = await read(paged(total, { hasCount: false }))
    expect(result.ok && result.value).toHaveLength(total)
  })

  it.each([
    ['null data', { data: null, count: 0 }],
    ['no data', { count: '0' }],
    ['an empty list', { data: [] }],
  ])('reads %s as nobody bound', async (_what, fields) => {
    expect((await read(answer({ resultCode: '0', ...fields }))).result).toEqual({ ok: true, value: [] })
  })

  it('reads weights as strings, missing agents and the wrapped form, sorted by account', async () => {
    const { result } = await read(
      answer({
        resultCode: 0,
        schema: {
          data: [
            { userAccount: 'zoe', agentWeight: '2', skillWeight: '3' },
            { userAccount: 'ada', workNo: 102, agentWeight: 1, skillWeight: 1 },
            { userAccount: 'bob', workNo: '', agentWeight: 1, skillWeight: 1 },
          ],
          count: '3',
        },
      }),
    )
    expect(result).toEqual({
      ok: true,
      value: [
        { account: 'ada', agentId: '102', name: null, agentWeight: 1, skillWeight: 1 },
        { account: 'bob', agentId: null, name: null, agentWeight: 1, skillWeight: 1 },
        { account: 'zoe', agentId: null, name: null, agentWeight: 2, skillWeight: 3 },
      ],
    })
  })

  it('takes an account once that slid into the next page meanwhile', async () => {
    const { result } = await read(
      answer({ resultCode: '0', data: rows(0, 100), count: 102 }),
      answer({ resultCode: '0', data: rows(99, 102), count: 102 }),
    )
    expect(result.ok && new Set(accounts(result.value)).size).toBe(102)
    expect(result.ok && result.value).toHaveLength(102)
  })
})
