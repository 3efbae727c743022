import { readFile } from 'node:fs/promises'
import { Agent, request } from 'undici'
import type { Gateway } from './gateway.ts'

/** Binds an account to the skill queues 1 to `count`, as an administrator would through the management service. */
export async function bindSkills(gateway: Gateway, account: string, count: number): Promise<void> {
  const dispatcher = new Agent({ connect: { ca: await readFile(gateway.caPath, 'utf8') }, connections: 4 })
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<string> => {
    const answer = await request(`${gateway.url}${path}`, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${text}`)
    return text
  }
  const grant = JSON.parse(
    await post('/apigovernance/api/oauth/tokenByAkSk', { app_key: 'demo', app_secret: 'demo-secret' }),
  ) as { readonly AccessToken: string }
  const authorization = `Bearer ${grant.AccessToken}`
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      post(
        '/apiaccess/rest/cc-management/v1/agentAccount/addSkillsToAgent',
        { skillId: index + 1, userAccounts: [account], agentWeight: 1, skillWeight: 1 },
        { authorization },
      ),
    ),
  )
  await dispatcher.close()
}
