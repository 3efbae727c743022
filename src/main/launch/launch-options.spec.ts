import { describe, expect, it } from 'vitest'
import { commandNames } from '../../shared/commands/command.ts'
import { parseLaunch } from './launch-options.ts'

const program = ['/opt/deskside', '.']
const parse = (...options: string[]) => parseLaunch([...program, ...options], '/home/agent')

describe('refused options', () => {
  it.each([
    [['--gateway'], '--gateway: a value is needed'],
    [['--gateway', '--headless'], '--gateway: a value is needed'],
    [['--gateway='], '--gateway: a value is needed'],
    [['--gateway=ftp://gw'], '--gateway: this is not an address such as https://gateway.example:8043'],
    [
      ['--gateway', 'https://user:pw@gw'],
      '--gateway: this is not an address such as https://gateway.example:8043',
    ],
    [['--gateway', 'http://gw.example'], '--gateway: plain http is allowed to this computer only; use https'],
    [
      ['--management', 'http://10.0.0.1'],
      '--management: plain http is allowed to this computer only; use https',
    ],
    [['--ca='], '--ca: a value is needed'],
    [['--user-data-dir', ' '], '--user-data-dir: a value is needed'],
    [['--host', 'firefox'], '--host: the hosts are electron and chromium'],
    [['--remote-debugging-port=99999'], '--remote-debugging-port: this is not a port number (0 to 65535)'],
    [['--host-control-port', 'x'], '--host-control-port: this is not a port number (0 to 65535)'],
    [['--lang', 'tlh'], '--lang: the languages are en, zh-CN, es'],
    [['--command'], '--command: a value is needed'],
    [['--command', 'auto-idle=of'], '--command: auto-idle takes on, off or toggle'],
    [['--command=quit=now'], '--command: quit takes no value'],
    [
      ['--command', 'sesame'],
      `--command: there is no such command; the commands are ${commandNames.join(', ')}`,
    ],
  ])('%j', (options, message) => {
    expect(parse(...options)).toEqual({ ok: false, error: message })
  })

  it('never repeats the value, which may hold a password', () => {
    const result = parse('--gateway', 'https://agent:hunter2@gw')
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })
})

describe('accepted options', () => {
  const nothing = {
    gatewayAddress: null,
    managementAddress: null,
    caFile: null,
    userDataDir: null,
    host: null,
    isHeadless: false,
    command: null,
    link: null,
    registersLinks: false,
    startsHidden: false,
    language: null,
    remoteDebuggingPort: null,
    wantsNewWindow: false,
  }

  it.each([
    [[], {}],
    [['--gateway', 'https://gw:8043/'], { gatewayAddress: 'https://gw:8043' }],
    [['--gateway=gw.example'], { gatewayAddress: 'https://gw.example' }],
    [['--gateway=http://127.0.0.1:8043'], { gatewayAddress: 'http://127.0.0.1:8043' }],
    [['--gateway=https://a', '--gateway=https://b'], { gatewayAddress: 'https://b' }],
    [['--management', 'https://mgmt'], { managementAddress: 'https://mgmt' }],
    [['--ca', 'ca.pem'], { caFile: '/home/agent/ca.pem' }],
    [['--ca=/etc/ca.pem'], { caFile: '/etc/ca.pem' }],
    [['--user-data-dir', '../other'], { userDataDir: '/home/other' }],
    [['--hidden'], { startsHidden: true }],
    [['--headless'], { isHeadless: true }],
    [['--command', 'auto-idle=off'], { command: { name: 'auto-idle', to: 'off' } }],
    [['deskside://auto-idle/off'], { link: 'deskside://auto-idle/off' }],
    [['--hidden', 'deskside://show/team'], { startsHidden: true, link: 'deskside://show/team' }],
    [['deskside://x', '--gateway', 'https://evil.example', '--command=quit'], { link: 'deskside://x' }],
    [['deskside://show/team', 'deskside://quit'], { link: 'deskside://show/team' }],
    [['--register-links'], { registersLinks: true }],
    [['--headless=new'], { isHeadless: true }],
    [['--headless=false'], { isHeadless: false }],
    [['--host', 'chromium', '--host-control-port', '0'], { host: 'chromium' }],
    [['--remote-debugging-port', '9222'], { remoteDebuggingPort: 9222 }],
    [['--lang=zh-CN'], { language: 'zh-CN' }],
    [['--new-window'], { wantsNewWindow: true }],
  ])('%j', (options, expected) => {
    expect(parse(...options)).toEqual({ ok: true, value: { ...nothing, ...expected } })
  })

  it.each([
    [['--no-sandbox', '--ozone-platform=headless', '--inspect=0', '-psn_0_1', 'file.txt']],
    [['--', '--gateway=not an address']],
    [['--gatewayx=1']],
  ])('leaves switches of others alone: %j', (options) => {
    expect(parse(...options)).toEqual({ ok: true, value: nothing })
  })
})
