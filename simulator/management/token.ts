import * as v from 'valibot'
import type { Exchange } from '../http/exchange.ts'
import type { Answer } from '../http/answer.ts'
import type { Route } from '../http/server.ts'
import { managementError, readBody } from './management-answer.ts'
import {
  APP_KEY,
  APP_SECRET,
  DEFAULT_TOKEN_LIFE_S,
  LONGEST_TOKEN_LIFE_S,
  type TokenStore,
} from './token-store.ts'

const Credentials = v.object({ app_key: v.string(), app_secret: v.string() })

function readLife(header: string | undefined): number | undefined {
  if (header === undefined || header === '') return DEFAULT_TOKEN_LIFE_S
  const seconds = /^\d{1,5}$/.test(header) ? Number(header) : 0
  return seconds >= 1 && seconds <= LONGEST_TOKEN_LIFE_S ? seconds : undefined
}

function answerToken(tokens: TokenStore, { headers, bodyText }: Exchange): Answer {
  const lifeS = readLife(headers['x-token-expire'])
  if (lifeS === undefined) return managementError(400, 'X-Token-Expire is 1 to 3600 seconds')
  const body = readBody(Credentials, bodyText)
  if ('answer' in body) return body.answer
  if (body.value.app_key !== APP_KEY || body.value.app_secret !== APP_SECRET) {
    return managementError(401, 'Wrong app key or secret')
  }
  const { token, createdS } = tokens.issue(lifeS)
  const grant = {
    AccessToken: token,
    ApplyType: 'Bearer',
    CreateTime: String(createdS),
    Expires: String(lifeS),
    Scope: '',
    AppKey: APP_KEY,
    UserID: 'deskside-simulator',
  }
  return { status: 200, body: JSON.stringify(grant), retcode: '0' }
}

/** `tokenByAkSk` (cec_07_0002): every field is a string, and the life is called `Expires`. */
export const tokenRoute = (tokens: TokenStore): Route => ({
  methods: ['POST'],
  path: '/apigovernance/api/oauth/tokenByAkSk',
  answer: (exchange) => answerToken(tokens, exchange),
})
