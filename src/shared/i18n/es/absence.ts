import type { AbsenceChange, UnreadPart } from '../../domain/absence.ts'
import type { GapCause } from '../../domain/session.ts'

/** What changed while the gateway was out of sight, in plain words. */
export const absence = {
  name: 'Durante su ausencia',
  /** A range of clock times and how long it lasted. */
  when: '{from}–{until} ({length})',
  causes: {
    sleep: 'el equipo estuvo en suspensión',
    'clock-jump': 'Deskside no se ejecutó o se cambió la hora del equipo',
    'no-answer': 'el gateway no respondió',
  } satisfies Record<GapCause, string>,
  line: '{when}: {cause}.',
  sessionEnded: 'Entretanto, su sesión terminó.',
  nothing: 'No cambió nada.',
  nothingSeen: 'No cambió nada de lo que se pudo comprobar.',
  unread: 'No se pudo comprobar: {parts}.',
  parts: {
    state: 'su estado',
    queues: 'sus colas',
    call: 'su llamada',
  } satisfies Record<UnreadPart, string>,
  show: 'Mostrar',
  hide: 'Ocultar',
  dismiss: 'Entendido',
  changes: {
    'agent-state': 'Su estado cambió de {before} a {after}.',
    'queues-lost': 'Ya no atiende {queues}.',
    'queues-gained': 'Ahora atiende {queues}.',
    'call-missed': 'Perdió una llamada de {caller}.',
    'call-ended': 'Su llamada con {caller} terminó.',
    'call-began': 'Comenzó una llamada con {caller}.',
    transfer: 'Llamada {callId} a {to}: {outcome}',
    'linkage-lost': 'Su teléfono de escritorio ya no está vinculado.',
    'linkage-gained': 'Su teléfono de escritorio está vinculado.',
    'wish-sent': '{wish}: se envió su solicitud pendiente.',
    'wish-dropped': '{wish}: su solicitud pendiente ya no era posible y no se envió.',
  } satisfies Record<AbsenceChange['kind'], string>,
  wishEnded: '{wish}: su solicitud pendiente se descartó porque la sesión terminó.',
  stateForced: 'Un supervisor cambió su estado de {before} a {after}.',
  unknownCaller: 'un número desconocido',
  withheldCaller: 'un número oculto',
}
