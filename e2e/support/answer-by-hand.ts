import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import { expect } from '@playwright/test'
import type { Gateway } from './gateway.ts'

/** Agent 101's calls are no longer answered by themselves. No switch of the desk: another client of his may have chosen so. */
export async function answerByHand(gateway: Gateway): Promise<void> {
  const guid = (await gateway.requests('resetskill')).at(-1)?.headers.guid ?? ''
  const address = `${gateway.url}/agentgateway/resource/onlineagent/101/autoanswer/false`
  const ca = await readFile(gateway.caPath)
  const status = await new Promise((resolve, reject) => {
    request(address, { method: 'POST', headers: { guid }, ca }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(200)
}
