import type {
  CheckOutcome,
  CheckProblem,
  CheckSkip,
  CheckStatus,
  CheckStepId,
} from '../../domain/connection-check.ts'
import type { GatewayView } from '../../domain/gateway-view.ts'
import type { ErrorText } from './errors.ts'

/** The connection check: its steps, how each ended, and for what fails what happened and what to do. */
export const check = {
  name: 'Connection check',
  run: 'Check the connection',
  again: 'Check again',
  running: 'Checking…',
  cancel: 'Stop the check',
  copy: 'Copy the result',
  copied: 'Copied. Paste it into a message to support.',
  withSignIn: 'Include the sign-in',
  withSignInHint:
    'Signs in with what is typed, looks at events and phone, and signs out again. A call could reach you meanwhile.',
  offer: 'Not sure what is wrong? Check the connection step by step.',
  outcomes: {
    running: 'Checking…',
    passed: 'Everything that was checked is in order.',
    failed: 'One step failed. What to do stands beside it.',
    cancelled: 'The check was stopped.',
  } satisfies Record<CheckOutcome, string>,
  steps: {
    address: 'Address',
    certificate: 'Encryption and certificate',
    gateway: 'Gateway',
    'sign-in': 'Sign-in',
    poll: 'Events',
    phone: 'Phone',
  } satisfies Record<CheckStepId, string>,
  statuses: {
    waiting: 'waiting',
    running: 'under way',
    passed: 'in order',
    failed: 'failed',
    skipped: 'left out',
  } satisfies Record<CheckStatus, string>,
  took: '{count} ms',
  skips: {
    'step-before-failed': 'Needs the step before.',
    cancelled: 'The check was stopped before.',
    'plain-http': 'This computer itself: not encrypted, and nothing to listen in on.',
    'nothing-typed': 'Not asked for.',
    'signed-in': 'You are signed in; your session is not disturbed.',
    'other-gateway': 'You are signed in at another gateway.',
    'phone-refused': 'Not judged: the gateway refused the phone first.',
    'not-linked': 'No phone is linked.',
  } satisfies Record<CheckSkip, string>,
  facts: {
    host: 'Host {value}',
    ip: 'address {value}',
    port: 'port {value}',
    protocol: 'protocol {value}',
    subject: 'for {value}',
    issuer: 'issued by {value}',
    validUntil: 'valid until {value}',
    code: 'code {value}',
    httpStatus: 'HTTP {value}',
    answeredAt: 'last answer {value}',
    phone: 'number {value}',
  },
  problems: {
    'not-an-address': {
      what: 'This is no address of a gateway.',
      next: 'Write it as https://gateway.example.com:8043.',
    },
    'insecure-address': { what: 'The address is not encrypted.', next: 'Begin it with https.' },
    'name-unknown': {
      what: 'No computer of this name is known here.',
      next: 'Check the spelling, and that your VPN is on.',
    },
    'name-service-silent': {
      what: 'The name could not be looked up.',
      next: 'Check your network or VPN, then check again.',
    },
    'port-closed': {
      what: 'The computer is there, but nobody listens on this port.',
      next: 'Check the number behind the colon; ask IT whether the gateway is running.',
    },
    'no-route': {
      what: 'No way leads to this computer.',
      next: 'Check your network or VPN, then check again.',
    },
    'connect-timed-out': {
      what: 'The computer did not answer.',
      next: 'Check the VPN. If it is on, ask IT whether a firewall holds the port back.',
    },
    'connect-failed': { what: 'The connection could not be made.', next: 'Give the result to IT.' },
    'ca-not-readable': {
      what: 'The CA certificate file cannot be read.',
      next: 'Choose it again, or leave the field empty.',
    },
    'ca-not-a-certificate': {
      what: 'The CA certificate file holds no certificate.',
      next: 'Ask IT for the PEM file of your company’s certificate authority.',
    },
    'not-encrypted': {
      what: 'Somebody answers on this port, but without encryption.',
      next: 'This is probably the port of another service. Ask IT for the right one.',
    },
    'tls-timed-out': {
      what: 'The connection stands, but its encryption was never agreed on.',
      next: 'Check the port. A proxy or a firewall may be in the way: ask IT.',
    },
    'tls-cut': {
      what: 'The connection was cut while its encryption was being agreed on.',
      next: 'Check the port. A proxy or a firewall may be in the way: ask IT.',
    },
    'unknown-authority': {
      what: 'This computer does not know who issued the certificate.',
      next: 'Choose the CA certificate file of your company. If the issuer is not yours, a proxy may read along: ask IT.',
    },
    'wrong-name': {
      what: 'The certificate is for another name than the address.',
      next: 'Use the name that stands in the certificate, not a number or a short form.',
    },
    expired: {
      what: 'The certificate has expired.',
      next: 'Check the date of this computer; if it is right, tell IT.',
    },
    'not-yet-valid': {
      what: 'The certificate is not valid yet.',
      next: 'Check the date of this computer; if it is right, tell IT.',
    },
    'tls-failed': { what: 'The encryption could not be agreed on.', next: 'Give the result to IT.' },
    'no-answer': {
      what: 'The gateway takes the request and does not answer.',
      next: 'Try again in a minute. If it lasts, tell IT that the gateway hangs.',
    },
    'answer-cut': {
      what: 'The connection was cut before the answer.',
      next: 'Check again. If it repeats, a proxy may be in the way: ask IT.',
    },
    'not-a-gateway': {
      what: 'Something answers, but it is no CC-Gateway.',
      next: 'Check the address: it may be a proxy, a portal page or another service.',
    },
    'server-error': {
      what: 'A server in front of the gateway answers that it is out of order.',
      next: 'Try again in a minute. If it lasts, tell IT the number.',
    },
    'gateway-in-trouble': {
      what: 'The gateway answers, but the call platform behind it does not.',
      next: 'Try again in a minute. If it lasts, tell IT the code.',
    },
    'session-silent': {
      what: 'Your session gets no answers at the moment.',
      next: 'Deskside keeps trying by itself. If the steps above are in order, tell IT.',
    },
    'sign-in-failed': { what: 'The sign-in was refused.', next: 'What the gateway said stands below.' },
    'left-signed-in': {
      what: 'The check signed in, but its sign-out was not confirmed.',
      next: 'Sign in yourself and take over if you are asked.',
    },
    'poll-failed': {
      what: 'Signing in works, but events do not come.',
      next: 'A proxy may cut long requests: give the result to IT.',
    },
    'phone-refused': {
      what: 'The gateway does not take this phone number.',
      next: 'Check the number, that the phone is registered, and that nobody else uses it.',
    },
    'linkage-failed': {
      what: 'The phone is not linked, although you asked for it.',
      next: 'Switch phone linkage off and on again at the desk.',
    },
  } satisfies Record<CheckProblem, ErrorText>,
}

/** Which gateway the desk goes to: the first run, and the settings. */
export const gateway = {
  sources: {
    'command-line': 'Named by the command line, for this run',
    demo: 'The built-in demo',
    yours: 'Chosen by you',
    none: 'None yet',
  } satisfies Record<GatewayView['source'], string>,
  present: 'Now in use',
  welcome: 'Welcome to Deskside',
  welcomeText:
    'Look around in the demo, with calls that nobody really makes, or go to the gateway of your contact centre.',
  tryDemo: 'Try the demo',
  tryDemoText: 'One click signs you in as agent 101. Nothing leaves this computer.',
  useOwn: 'Use your gateway',
  useOwnText: 'You need its address, and perhaps a certificate file. IT knows both.',
  back: 'Back',
  save: 'Use this gateway',
  saved: 'Saved. Sign in with your own agent ID.',
  toDemo: 'Switch to the demo',
  toOwn: 'Switch to my gateway',
  signOutFirst: 'Sign out first to change the gateway.',
  failed: 'The gateway was not changed',
}
