import type { JournalKind } from '../../domain/journal.ts'
import type { GapCause, SessionView } from '../../domain/session.ts'
import type { TransferOutcome } from '../../domain/waiting.ts'
import type { WishName } from '../../domain/wishes.ts'

/** Outcomes of unbindings as the journal names them; an undo under way is not written down. */
type UnbindOutcomeName =
  | 'unbinding'
  | 'unbound'
  | 'unbound-partly'
  | 'unbinding-refused'
  | 'unbinding-unknown'
  | 'unbinding-stopped'
  | 'undone'
  | 'nothing-to-undo'
  | 'undo-failed'
  | 'undo-stopped'

const wishNames = {
  'agent-state': 'Estado del agente',
  'after-call': 'Disponible tras la llamada',
  linkage: 'Vincular teléfono',
  skills: 'Ingreso a colas',
} satisfies Record<WishName, string>

/** What an interface of the gateway is for, by its log name. */
const interfaces = {
  login: 'Iniciar sesión',
  forceLogin: 'Iniciar sesión y tomar el control',
  logout: 'Cerrar sesión',
  forceLogout: 'Cerrar sesión y terminar una llamada',
  getAgentEvent: 'Eventos',
  getAgentStatus: 'Su estado',
  sayFree: 'Pasar a Disponible',
  sayBusy: 'Pasar a Ocupado',
  rest: 'Descanso',
  cancelRest: 'Terminar el descanso',
  sayWork: 'Pasar a Posllamada',
  setAgentAutoEnterIdle: 'Estado tras una llamada',
  resetSkill: 'Ingreso a colas y vinculación del teléfono',
  queryAgentSkills: 'Sus colas configuradas',
  querySkillQueueOnAgentVDN: 'Todas las colas',
  queryStatInfoOfAcd: 'Cifras de las colas',
  queryWaitCallInfoBySkillId: 'Llamadas en espera de una cola',
  assignUserInQueue: 'Transferencia de una llamada en espera',
  queryAllOnlineAgents: 'Agentes conectados',
  queryCallInfo: 'Su llamada',
  tokenByAkSk: 'Acceso al servicio de gestión',
  queryBoundAccounts: 'Cuentas asignadas a una cola',
  releaseAgentBySkillId: 'Desasignación',
  addSkillsToAgent: 'Nueva asignación',
  getAgentRestReason: 'Motivos de descanso',
  cancelBusy: 'Terminar ocupado',
  cancelWork: 'Terminar posllamada',
  answer: 'Contestar la llamada',
  hold: 'Retener la llamada',
  getHold: 'Retomar la llamada',
  beginMute: 'Silenciar',
  endMute: 'Dejar de silenciar',
  release: 'Terminar la llamada',
  phonePickup: 'Descolgar el teléfono vinculado',
  phoneHangUp: 'Colgar el teléfono vinculado',
  setAgentAutoAnswer: 'Respuesta automática',
  transfer: 'Transferencia de la llamada',
  callout: 'Llamada saliente',
  secondDial: 'Enviar dígitos',
  forceLogoutWithReason: 'Cierre forzado de sesión',
  handShake: 'Señal de vida',
  heartBeat: 'Señal de vida de gateways anteriores',
  modifyAccountPwdEx: 'Cambio de contraseña',
  queryAgentInfoBySkillId: 'Agentes de una cola',
  getAllStatusAgents: 'Estados de todos los agentes',
  queryAgentSkillsByWorkNo: 'Colas de otro agente',
  queryCallInfoByCallId: 'Una llamada por su ID',
  queryCallStatisticsInfo: 'Cifras del día',
  queryCustomState: 'Su estado propio',
  setCustomState: 'Poner su estado propio',
  cancelSetCustomState: 'Quitar su estado propio',
}

/** What is asked for at a door beside the wishes. */
const commands = {
  'sign-in': 'Iniciar sesión',
  return: 'Iniciar sesión de nuevo',
  'sign-out': 'Cerrar sesión',
  call: 'Controlar la llamada',
  'cancel-wish': 'Anular una solicitud',
  transfer: 'Transferir',
  'transfer-longest': 'Transferir la llamada con más espera',
  'connect-management': 'Conectar con el servicio de gestión',
  unbind: 'Desasignar de la cola',
  'unbind-all': 'Desasignar a todos de la cola',
  'undo-unbinding': 'Deshacer una desasignación',
  'stop-unbinding': 'Detener una desasignación',
  'save-journal': 'Guardar para soporte',
  'export-roster': 'Guardar el equipo como tabla',
  state: 'Estado del agente',
  'auto-idle': 'Disponible tras la llamada',
  'skill-set': 'Ingreso a colas',
  show: 'Mostrar',
  window: 'Tamaño de la ventana',
  quit: 'Salir de Deskside',
}

/** What an entry is about: by its kind, then by its code. */
export const entryNames = {
  command: { ...wishNames, ...commands },
  wish: wishNames,
  transition: {
    'signed-out': 'Sin sesión',
    'signing-in': 'Iniciando sesión',
    online: 'Conectado',
    doubtful: 'Sin respuesta del gateway',
    recovering: 'Poniéndose al día',
    'signing-out': 'Cerrando sesión',
    'taken-over': 'Terminada desde otro lugar',
    ended: 'Sesión terminada',
  } satisfies Record<SessionView['phase'], string>,
  gap: {
    sleep: 'El equipo estuvo en suspensión',
    'clock-jump': 'Deskside no se ejecutó o se cambió la hora del equipo',
    'no-answer': 'El gateway no respondió',
  } satisfies Record<GapCause, string>,
  absence: {
    'session-kept': 'Puesta al día tras un corte',
    'session-ended': 'La sesión terminó durante un corte',
  },
  receipt: {
    'in-progress': 'Transferencia: en curso',
    moved: 'Transferencia: movida',
    taken: 'Transferencia: salió entretanto',
    gone: 'Transferencia: salió antes de moverla',
    refused: 'Transferencia: no se movió',
    unknown: 'Transferencia: resultado desconocido',
    unbound: 'Desasignación: hecha',
    'unbinding-refused': 'Desasignación: no se hizo',
    'unbinding-unknown': 'Desasignación: resultado desconocido',
    undone: 'Desasignación: deshecha',
    'undo-failed': 'Desasignación: no todas se asignaron de nuevo',
    unbinding: 'Desasignación: empezada',
    'unbound-partly': 'Desasignación: hecha en parte',
    'unbinding-stopped': 'Desasignación: detenida',
    'nothing-to-undo': 'Deshacer: no queda nada',
    'undo-stopped': 'Deshacer: detenido',
  } satisfies Record<TransferOutcome | UnbindOutcomeName, string>,
  event: {
    'in-service': 'Sesión iniciada en la plataforma',
    shutdown: 'La plataforma terminó la sesión',
    idle: 'Disponible',
    busy: 'Ocupado',
    'wrap-up': 'Posllamada',
    rest: 'Descanso',
    'rest-over': 'El tiempo de descanso terminó',
    occupied: 'Reserva para una llamada',
    ringing: 'Suena una llamada',
    talking: 'Llamada en curso',
    held: 'La llamada está retenida',
    'call-released': 'La llamada terminó',
    'customer-released': 'La otra parte salió de la llamada',
    'no-answer': 'Una llamada no se contestó',
    'linkage-result': 'Respuesta sobre la vinculación del teléfono',
    'linked-phone': 'Cambió el teléfono vinculado',
    'phone-alerting': 'Suena el teléfono',
    'phone-off-hook': 'Se descolgó el teléfono',
    'phone-released': 'Se colgó el teléfono',
    'phone-busy': 'El teléfono está ocupado',
    'phone-unknown': 'No se puede llegar al teléfono',
    'customer-alerting': 'Suena el otro teléfono',
    'incoming-call': 'Llega una llamada',
    'call-out-failed': 'Falló una llamada saliente',
    note: 'Llegó una nota',
    bulletin: 'Llegó un boletín',
    'all-agents-busy': 'Todos los agentes están ocupados',
  },
  answer: interfaces,
  app: {
    start: 'Se abrió Deskside',
    end: 'Se cerró Deskside',
    'window-crashed': 'La ventana falló',
    'unhandled-error': 'Falló algo imprevisto',
    'journal-written-again': 'El registro de actividad se escribe otra vez en disco',
    'entry-refused': 'Una línea que no se pudo guardar',
    'connection-check': 'Prueba de conexión',
  },
} satisfies Record<JournalKind, Record<string, string>>
