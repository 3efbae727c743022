import type { Notice, NoticeContent } from '../../domain/notice.ts'
import type { SessionEndCause } from '../../domain/session.ts'
import type { WishName } from '../../domain/wishes.ts'

/** What happened, as far as it is known. What to do stands beside it: a button, or the words of the notice. */
export const sessionEnds = {
  'signed-out-by-user': 'Usted cerró la sesión.',
  'signed-out-at-quit': 'Su sesión se cerró al salir de Deskside.',
  'shut-down':
    'La plataforma terminó su sesión: alguien inició sesión con su ID en otro lugar, o un supervisor la cerró. El gateway no dice cuál de las dos cosas fue.',
  'held-elsewhere': 'Alguien tiene la sesión iniciada con su ID en otro lugar.',
  'silent-too-long':
    'El gateway no supo nada de Deskside durante más de dos minutos; pasado ese tiempo cierra cualquier sesión. Si alguien más inició sesión entretanto, se verá cuando usted la inicie de nuevo.',
  'not-signed-in': 'El gateway dice que usted ya no tiene la sesión iniciada. No dice por qué.',
  'guid-refused': 'El gateway ya no reconoce esta sesión, a menudo tras un inicio de sesión en otro lugar.',
  'switch-over-failed': 'El gateway pasó a su sistema de respaldo y perdió su sesión.',
} satisfies Record<SessionEndCause, string>

type TransferNoticeOutcome = Extract<NoticeContent, { readonly kind: 'transfer' }>['outcome']

export const notices = {
  region: 'Notificaciones',
  dismiss: 'Descartar',
  showAll: 'Mostrar {count} más',
  showFewer: 'Mostrar menos',
  /** In a short window, where a notice is cut off after a line. */
  showWhole: 'Mostrar completo',
  severities: {
    info: 'Información',
    success: 'Hecho',
    warning: 'Advertencia',
    error: 'Problema',
  } satisfies Record<Notice['severity'], string>,
  texts: {
    'settings-damaged':
      'El archivo de ajustes estaba dañado. Deskside comenzó con los valores predeterminados y conservó el archivo anterior como {keptAs}.',
    'settings-not-saved':
      'No se pudieron guardar sus ajustes. Revise el espacio en disco y los permisos de acceso; se pierden al cerrar Deskside.',
    'session-ended': 'Sesión terminada. {cause} Inicie sesión de nuevo cuando quiera continuar.',
    'wish-failed': '{wish}: {what} {next}',
    'linkage-failed':
      'No se pudo vincular el teléfono (resultado {result}). Compruebe que esté encendido y registrado, y active de nuevo «Vincular teléfono».',
    'skills-differ': 'Ingresó a colas distintas de las que solicitó. Revise «Ingreso a colas».',
    'rest-over': 'Su tiempo de descanso terminó. Elija «Disponible» cuando pueda recibir llamadas.',
    'password-expires':
      'Su contraseña vence hoy. Pida que la cambien. | Su contraseña vence en un día. Pida que la cambien. | Su contraseña vence en {days} días. Pida que la cambien.',
    'second-start': 'Deskside ya está abierto. Esta es su ventana.',
    'password-change-forced':
      'Debe cambiar su contraseña para que le lleguen llamadas. Cámbiela donde lo indique su centro de contacto y luego inicie sesión de nuevo.',
    transfer: 'Llamada de {caller}: {outcome}',
    'no-call-to-transfer': 'No había ninguna llamada en espera que se pudiera mover a esa cola.',
    'sign-out-unconfirmed':
      'El gateway no confirmó el cierre de sesión. Su sesión puede seguir abierta allí hasta dos minutos.',
    'wish-dropped':
      '{wish}: su solicitud quedó pendiente mientras el gateway no respondía. Después ya no fue posible y no se envió. Hágala de nuevo si aún la necesita.',
    'call-missed': 'Perdió una llamada de {caller}.',
    'state-forced': 'Un supervisor cambió su estado a {state}.',
    'link-not-understood': 'Se abrió un enlace que Deskside no entiende. No se hizo nada.',
    'journal-not-kept':
      'No se puede escribir en disco el registro de actividad. Sigue en memoria y se pierde al cerrar Deskside. Revise el espacio en disco y los permisos de acceso.',
  } satisfies Record<Exclude<NoticeContent['kind'], 'command' | 'queue-threshold'>, string>,
  /** By the level that a queue has come to. */
  queueLevels: {
    amber: '{queue} requiere atención: {waiting} en espera, la primera desde hace {seconds} s.',
    red: '{queue} necesita ayuda: {waiting} en espera, la primera desde hace {seconds} s.',
  },
  /** On the desktop, where others may read it. */
  queueUnnamed: 'Una de sus colas se está alargando. Abra Deskside para ver cuál.',
  /** A kept wish for a state, which cannot be asked for from every state. */
  stateDropped:
    'Solicitó «{asked}» mientras el gateway no respondía. Desde su estado actual, «{present}», no es posible, así que no se envió.',
  unknownCaller: 'un número desconocido',
  withheldCaller: 'un número oculto',
  /** On the desktop, where others may read it. */
  callMissedUnnamed: 'Perdió una llamada. Abra Deskside para ver el número.',
  wishes: {
    'after-call': 'Disponible tras la llamada',
    linkage: 'Vincular teléfono',
    skills: 'Ingreso a colas',
    'agent-state': 'Estado del agente',
  } satisfies Record<WishName, string>,
  transfers: {
    moved: 'ahora espera en {to}.',
    taken:
      'el gateway aceptó la transferencia a {to} y ya no espera en ninguna de las dos colas: se contestó o colgaron.',
    gone: 'ya había salido de {from}; nada indica que se moviera a {to}.',
    refused: 'no se movió a {to}; por lo que se puede ver, sigue en espera en {from}.',
    unknown: 'aún no se sabe si se movió a {to}. Mire la lista antes de intentarlo de nuevo.',
  } satisfies Record<TransferNoticeOutcome, string>,
  /** Stands for the caller when his number is not known. */
  callWithId: 'un número desconocido ({callId})',
}
