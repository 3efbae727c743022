import type { ErrorCode, FieldName, FieldProblem, RefusalReason } from '../../app-error.ts'
import type { Unavailable } from '../../domain/desk-snapshot.ts'
import type { ErrorText } from '../en/errors.ts'

/** Texts by error code; `refused` is only used when the gateway gave no reason we know a better text for. */
export const errors = {
  'invalid-input': {
    what: 'Algo en el formulario no es correcto.',
    next: 'Corrija los campos marcados e inténtelo de nuevo.',
  },
  'forbidden-sender': {
    what: 'Esta ventana no tiene permiso para hacer eso.',
    next: 'Cierre Deskside, ábralo de nuevo y, si se repite, avise a soporte.',
  },
  'not-connected': { what: 'No ha iniciado sesión.', next: 'Inicie sesión primero.' },
  'timed-out': {
    what: 'El gateway no respondió a tiempo.',
    next: 'Inténtelo de nuevo. Si sigue lento, avise a soporte.',
  },
  unreachable: {
    what: 'No se puede llegar al gateway.',
    next: 'Revise la dirección y su red o VPN, e inténtelo de nuevo.',
  },
  'untrusted-certificate': {
    what: 'Este equipo no confía en el certificado del gateway.',
    next: 'Elija en «Avanzado» el archivo de certificado de la CA de su empresa, o pídalo a TI.',
  },
  'insecure-address': {
    what: 'La dirección no está cifrada.',
    next: 'Use una dirección que empiece por https.',
  },
  'malformed-answer': {
    what: 'Llegó una respuesta que no tiene sentido.',
    next: 'Compruebe que la dirección sea la del gateway y no la de un proxy o un portal web.',
  },
  'outcome-unknown': {
    what: 'No llegó respuesta: puede que se haya hecho o puede que no.',
    next: 'Vea lo que se muestra ahora antes de solicitarlo otra vez.',
  },
  refused: { what: 'El gateway lo rechazó.', next: 'Inténtelo de nuevo o dé el código a soporte.' },
  'session-ended': { what: 'Su sesión terminó.', next: 'Inicie sesión de nuevo.' },
  superseded: { what: 'Una solicitud más reciente reemplazó a esta.', next: 'No tiene que hacer nada.' },
  'storage-failed': {
    what: 'No se pudo leer o escribir un archivo en este equipo.',
    next: 'Revise el espacio libre en disco y los permisos de acceso, e inténtelo de nuevo.',
  },
  internal: {
    what: 'Algo falló dentro de Deskside.',
    next: 'Inténtelo de nuevo. Si se repite, dé la referencia a soporte.',
  },
} satisfies Record<ErrorCode, ErrorText>

export const refusals = {
  'already-signed-in': {
    what: 'Este agente ya tiene la sesión iniciada en otro lugar.',
    next: 'Tome el control para terminar la otra sesión, o ciérrela allí.',
  },
  'signed-in-and-protected': {
    what: 'Este agente tiene la sesión iniciada en otro lugar y no se puede tomar el control de ella.',
    next: 'Cierre la sesión en el otro lugar o consulte a su supervisor.',
  },
  'wrong-credentials': {
    what: 'El ID de agente o la contraseña no son correctos.',
    next: 'Escriba la contraseña otra vez. Demasiados intentos bloquean la cuenta.',
  },
  'wrong-sign-in-data': {
    what: 'El gateway no acepta lo que se escribió.',
    next: 'Revise el ID de agente y el teléfono, y que el modo del teléfono sea el habitual.',
  },
  'password-expired': { what: 'La contraseña venció.', next: 'Pida que la cambien y luego inicie sesión.' },
  'account-locked': {
    what: 'La cuenta está bloqueada por demasiados intentos.',
    next: 'Espere, o pida a su administrador que la desbloquee.',
  },
  'phone-not-usable': {
    what: 'No se puede usar ese número de teléfono.',
    next: 'Compruebe el número, que el teléfono esté registrado y que nadie más lo use.',
  },
  'agent-type-not-allowed': {
    what: 'Este tipo de agente no puede iniciar sesión aquí.',
    next: 'Pida a su administrador que revise el tipo de agente.',
  },
  'sign-in-in-progress': {
    what: 'Ya hay un inicio de sesión de este agente en curso.',
    next: 'Espere unos segundos e inténtelo de nuevo.',
  },
  'bad-request': { what: 'El gateway no entendió la petición.', next: 'Dé el código a soporte.' },
  'switch-over': {
    what: 'El gateway está pasando a su sistema de respaldo.',
    next: 'Espere un momento e inténtelo de nuevo.',
  },
  'platform-refused': {
    what: 'La plataforma de llamadas lo rechazó.',
    next: 'Inténtelo de nuevo o dé el código a soporte.',
  },
  'platform-unavailable': {
    what: 'La plataforma de llamadas no está disponible.',
    next: 'Espere un minuto e inténtelo de nuevo. Si continúa, avise a soporte.',
  },
  'not-in-this-state': {
    what: 'Eso no es posible en su estado actual.',
    next: 'Cambie primero de estado e inténtelo de nuevo.',
  },
  'in-a-call': { what: 'Está en una llamada.', next: 'Termine primero la llamada.' },
  'no-longer-fits': {
    what: 'Eso no corresponde a lo que el gateway sabe ahora.',
    next: 'Mire lo que se muestra ahora e inténtelo de nuevo.',
  },
  'call-gone': {
    what: 'Esa llamada ya no existe.',
    next: 'Se contestó en otro puesto, colgada o transferida. No tiene que hacer nada.',
  },
  'nothing-found': { what: 'No se encontró nada.', next: 'Actualice y revise lo que solicita.' },
  'no-right': { what: 'No tiene permiso para hacer eso.', next: 'Pida el permiso a su administrador.' },
  'wrong-app-key': {
    what: 'La clave o el secreto de la app no son correctos.',
    next: 'Revise ambos con su administrador y conecte de nuevo.',
  },
  'just-changed': {
    what: 'Su estado o su llamada acababan de cambiar, por eso no se hizo.',
    next: 'Mire lo que se muestra ahora y presione de nuevo.',
  },
  'not-now': { what: 'Ahora no es posible.', next: 'La ventana indica el motivo.' },
  'unknown-code': {
    what: 'El gateway lo rechazó con un código que Deskside no conoce.',
    next: 'Dé el código a soporte.',
  },
} satisfies Record<RefusalReason, ErrorText>

/** Text beside a field. `{min}` and `{max}` are the range of agent IDs. */
export const fieldProblems = {
  required: 'Complete este campo.',
  'not-a-number': 'Use solo dígitos.',
  'out-of-range': 'Use un número de {min} a {max}.',
  'too-long': 'Es demasiado largo.',
  'not-an-address': 'Esto no es una dirección. Ejemplo: https://gateway.example.com:8043',
  'insecure-address': 'Use https. Solo hacia este mismo equipo se admite http.',
  'not-readable': 'No se puede leer el archivo.',
  'not-a-certificate': 'El archivo no contiene un certificado PEM.',
  'does-not-match': 'No coincide.',
  malformed: 'Tiene un formato que no se puede usar.',
} satisfies Record<FieldProblem, string>

/** Text beside a field that can say more than the rule does. */
export const phoneMalformed = 'Use solo dígitos, *, # y +, sin espacios. Ejemplo: 8101'

export const fieldNames = {
  gatewayAddress: 'Dirección del gateway',
  managementAddress: 'Dirección de gestión',
  caFile: 'Archivo de certificado de la CA',
  agentId: 'ID de agente',
  password: 'Contraseña',
  phone: 'Teléfono',
  skillIds: 'Colas de habilidades',
  confirmation: 'Escriba el nombre de la cola para confirmar',
  accounts: 'Cuentas',
  appKey: 'Clave de la app',
  appSecret: 'Secreto de la app',
  input: 'Datos',
} satisfies Record<FieldName, string>

/** Why a control cannot be used now. */
export const unavailable = {
  'not-signed-in': 'Inicie sesión primero.',
  'session-changing': 'Espere a que termine de abrirse o cerrarse la sesión.',
  'gateway-silent': 'El gateway no responde. Será posible cuando responda.',
  'in-a-call': 'No es posible durante una llamada.',
  'phone-mode-forbids': 'Su modo de teléfono exige pasar por Posllamada.',
  'no-skills-configured': 'No tiene colas de habilidades configuradas. Consulte a su supervisor.',
  'no-waiting-calls': 'No hay llamadas en espera.',
  'no-target-queue': 'No hay otra cola del mismo tipo a la que mover una llamada.',
} satisfies Record<Unavailable, string>
