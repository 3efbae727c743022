import { describe, expect, it } from 'vitest'
import type { Responder } from './exchange.ts'
import { badUrl, unknownPath, wrongVerb, type Route } from './route.ts'
import { RouteTable } from './route-table.ts'

const route = (methods: Route['methods'], path: string): Route => ({
  methods,
  path,
  answer: () => ({ status: 200, body: '', retcode: null }),
})
const signIn = route(['PUT'], '/onlineagent/:agentid')
const forceSignIn = route(['PUT'], '/onlineagent/:agentid/forcelogin')
const pickUp = route(['POST', 'PUT'], '/voicecall/:agentid/phonepickup')
const colleague = route(['GET'], '/onlineagent/:agentid/of/:workno')
const stop = route(['DELETE'], '/onlineagent/:other/:workno')
const table = new RouteTable([signIn, forceSignIn, pickUp, colleague, stop])

describe('RouteTable', () => {
  it.each<[why: string, method: string, path: string, responder: Responder]>([
    ['an unknown path', 'GET', '/nothing', unknownPath],
    ['no path', 'GET', '/', unknownPath],
    ['only the beginning of a path', 'PUT', '/onlineagent', unknownPath],
    ['more than a path', 'PUT', '/onlineagent/101/forcelogin/now/then', unknownPath],
    ['another verb', 'GET', '/onlineagent/101', wrongVerb],
    ['no percent-encoding', 'PUT', '/onlineagent/%zz', badUrl],
  ])('refuses %s', (_why, method, path, responder) => {
    expect(table.find(method, path)).toEqual({ responder, params: {} })
  })

  it.each<[method: string, path: string, responder: Responder, params: Record<string, string>]>([
    ['PUT', '/onlineagent/101', signIn, { agentid: '101' }],
    ['PUT', '//onlineagent//101/', signIn, { agentid: '101' }],
    ['PUT', '/onlineagent/101/forcelogin', forceSignIn, { agentid: '101' }],
    ['PUT', '/voicecall/101/phonepickup', pickUp, { agentid: '101' }],
    ['POST', '/voicecall/101/phonepickup', pickUp, { agentid: '101' }],
    ['GET', '/onlineagent/101/of/1%3B2', colleague, { agentid: '101', workno: '1;2' }],
    ['DELETE', '/onlineagent/101/102', stop, { other: '101', workno: '102' }],
  ])('%s %s', (method, path, responder, params) => {
    expect(table.find(method, path)).toEqual({ responder, params })
  })
})
