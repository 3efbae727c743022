import type { check as englishCheck, gateway as englishGateway } from '../en/connection.ts'

export const check: typeof englishCheck = {
  name: 'Prueba de conexión',
  run: 'Probar la conexión',
  again: 'Probar otra vez',
  running: 'Probando…',
  cancel: 'Detener la prueba',
  copy: 'Copiar el resultado',
  copied: 'Copiado. Péguelo en un mensaje a soporte.',
  withSignIn: 'Incluir el inicio de sesión',
  withSignInHint:
    'Inicia sesión con lo que usted escribió, mira los eventos y el teléfono, y cierra la sesión. Mientras tanto podría llegarle una llamada.',
  offer: '¿No sabe qué falla? Pruebe la conexión paso a paso.',
  outcomes: {
    running: 'Probando…',
    passed: 'Todo lo que se probó está en orden.',
    failed: 'Falló un paso. A su lado dice qué hacer.',
    cancelled: 'La prueba se detuvo.',
  },
  steps: {
    address: 'Dirección',
    certificate: 'Cifrado y certificado',
    gateway: 'Gateway',
    'sign-in': 'Inicio de sesión',
    poll: 'Eventos',
    phone: 'Teléfono',
  },
  statuses: {
    waiting: 'en espera',
    running: 'en curso',
    passed: 'en orden',
    failed: 'falló',
    skipped: 'omitido',
  },
  took: '{count} ms',
  skips: {
    'step-before-failed': 'Necesita el paso anterior.',
    cancelled: 'La prueba se detuvo antes.',
    'plain-http': 'Es este mismo equipo: sin cifrado y sin nada que interceptar.',
    'nothing-typed': 'No se pidió.',
    'signed-in': 'Su sesión está iniciada y no se interrumpe.',
    'other-gateway': 'Su sesión está en otro gateway.',
    'phone-refused': 'Sin juzgar: el gateway rechazó antes el teléfono.',
    'not-linked': 'No hay ningún teléfono vinculado.',
  },
  facts: {
    host: 'Equipo {value}',
    ip: 'dirección {value}',
    port: 'puerto {value}',
    protocol: 'protocolo {value}',
    subject: 'para {value}',
    issuer: 'emitido por {value}',
    validUntil: 'válido hasta {value}',
    code: 'código {value}',
    httpStatus: 'HTTP {value}',
    answeredAt: 'última respuesta {value}',
    phone: 'número {value}',
  },
  problems: {
    'not-an-address': {
      what: 'Esta no es la dirección de un gateway.',
      next: 'Escríbala así: https://gateway.example.com:8043.',
    },
    'insecure-address': { what: 'La dirección no está cifrada.', next: 'Comience con https.' },
    'name-unknown': {
      what: 'Aquí no se conoce ningún equipo con este nombre.',
      next: 'Revise la ortografía y que su VPN esté activa.',
    },
    'name-service-silent': {
      what: 'No se pudo buscar el nombre.',
      next: 'Revise su red o VPN y pruebe otra vez.',
    },
    'port-closed': {
      what: 'El equipo está ahí, pero nadie atiende en este puerto.',
      next: 'Revise el número tras los dos puntos; pregunte a TI si el gateway está en marcha.',
    },
    'no-route': {
      what: 'Ningún camino lleva a este equipo.',
      next: 'Revise su red o VPN y pruebe otra vez.',
    },
    'connect-timed-out': {
      what: 'El equipo no respondió.',
      next: 'Revise la VPN. Si está activa, pregunte a TI si un cortafuegos retiene el puerto.',
    },
    'connect-failed': { what: 'No se pudo establecer la conexión.', next: 'Entregue el resultado a TI.' },
    'ca-not-readable': {
      what: 'No se puede leer el archivo de certificado de la CA.',
      next: 'Elíjalo otra vez o deje el campo vacío.',
    },
    'ca-not-a-certificate': {
      what: 'El archivo de la CA no contiene ningún certificado.',
      next: 'Pida a TI el archivo PEM de la autoridad de certificación de su empresa.',
    },
    'not-encrypted': {
      what: 'Alguien responde en este puerto, pero sin cifrado.',
      next: 'Es probable que sea el puerto de otro servicio. Pida a TI el correcto.',
    },
    'tls-timed-out': {
      what: 'Hay conexión, pero nunca se acordó el cifrado.',
      next: 'Revise el puerto. Puede interponerse un proxy o un cortafuegos: pregunte a TI.',
    },
    'tls-cut': {
      what: 'La conexión se cortó mientras se acordaba el cifrado.',
      next: 'Revise el puerto. Puede interponerse un proxy o un cortafuegos: pregunte a TI.',
    },
    'unknown-authority': {
      what: 'Este equipo no conoce a quien emitió el certificado.',
      next: 'Elija el archivo de la CA de su empresa. Si el emisor no es el suyo, quizá un proxy lee el tráfico: pregunte a TI.',
    },
    'wrong-name': {
      what: 'El certificado es para un nombre distinto de la dirección.',
      next: 'Use el nombre que figura en el certificado, no un número ni una forma corta.',
    },
    expired: {
      what: 'El certificado ha vencido.',
      next: 'Revise la fecha de este equipo; si es correcta, avise a TI.',
    },
    'not-yet-valid': {
      what: 'El certificado aún no es válido.',
      next: 'Revise la fecha de este equipo; si es correcta, avise a TI.',
    },
    'tls-failed': { what: 'No se pudo acordar el cifrado.', next: 'Entregue el resultado a TI.' },
    'no-answer': {
      what: 'El gateway recibe la petición y no responde.',
      next: 'Intente de nuevo en un minuto. Si continúa, avise a TI que el gateway no responde.',
    },
    'answer-cut': {
      what: 'La conexión se cortó antes de la respuesta.',
      next: 'Pruebe otra vez. Si se repite, puede interponerse un proxy: pregunte a TI.',
    },
    'not-a-gateway': {
      what: 'Algo responde, pero no es un CC-Gateway.',
      next: 'Revise la dirección: puede ser un proxy, un portal u otro servicio.',
    },
    'server-error': {
      what: 'Un servidor delante del gateway responde que está fuera de servicio.',
      next: 'Intente de nuevo en un minuto. Si continúa, indique el número a TI.',
    },
    'gateway-in-trouble': {
      what: 'El gateway responde, pero la plataforma de llamadas no.',
      next: 'Intente de nuevo en un minuto. Si continúa, indique el código a TI.',
    },
    'session-silent': {
      what: 'Su sesión no recibe respuestas en este momento.',
      next: 'Deskside sigue intentándolo. Si los pasos anteriores están en orden, avise a TI.',
    },
    'sign-in-failed': {
      what: 'Se rechazó el inicio de sesión.',
      next: 'Abajo figura lo que dijo el gateway.',
    },
    'left-signed-in': {
      what: 'La prueba inició sesión, pero no se confirmó su cierre.',
      next: 'Inicie sesión usted y tome el control si se le pregunta.',
    },
    'poll-failed': {
      what: 'Se puede iniciar sesión, pero no llegan eventos.',
      next: 'Quizá un proxy corta las peticiones largas: entregue el resultado a TI.',
    },
    'phone-refused': {
      what: 'El gateway no acepta este número de teléfono.',
      next: 'Revise el número, que el teléfono esté registrado y que nadie más lo use.',
    },
    'linkage-failed': {
      what: 'El teléfono no está vinculado, aunque usted lo pidió.',
      next: 'Desactive y active de nuevo la vinculación en el puesto.',
    },
  },
}

export const gateway: typeof englishGateway = {
  sources: {
    'command-line': 'Indicado en la línea de comandos, solo esta vez',
    demo: 'La demostración incluida',
    yours: 'Elegido por usted',
    none: 'Ninguno todavía',
  },
  present: 'En uso ahora',
  welcome: 'Le damos la bienvenida a Deskside',
  welcomeText:
    'Conózcalo en la demostración, con llamadas que nadie hace de verdad, o vaya al gateway de su centro de contacto.',
  tryDemo: 'Probar la demostración',
  tryDemoText: 'Con un clic inicia sesión como agente 101. Nada sale de este equipo.',
  useOwn: 'Usar su gateway',
  useOwnText: 'Necesita su dirección y quizá un archivo de certificado. TI conoce ambos.',
  back: 'Atrás',
  save: 'Usar este gateway',
  saved: 'Guardado. Inicie sesión con su propio ID de agente.',
  toDemo: 'Cambiar a la demostración',
  toOwn: 'Cambiar a mi gateway',
  signOutFirst: 'Cierre la sesión antes de cambiar de gateway.',
  failed: 'No se cambió el gateway',
}
