import type { tray as englishTray } from '../en/tray.ts'

type TrayTexts = typeof englishTray

/** Words of the tray menu; the reasons stand beside items that are disabled. */
export const tray: TrayTexts = {
  open: 'Abrir Deskside',
  agentState: 'Estado del agente',
  states: { idle: 'Disponible', busy: 'Ocupado', rest: 'Descanso', 'wrap-up': 'Posllamada' },
  afterCall: 'Disponible tras la llamada',
  linkage: 'Vincular teléfono',
  skills: 'Ingreso a colas',
  skillModes: { all: 'Todas', chosen: 'Elegidas', none: 'Ninguna' },
  transfer: 'Transferir la llamada con más espera',
  signOut: 'Cerrar sesión',
  quit: 'Salir',
  reasons: {
    'not-signed-in': 'Inicie sesión primero',
    'session-changing': 'Abriendo o cerrando la sesión',
    'gateway-silent': 'El gateway no responde',
    'in-a-call': 'No durante una llamada',
    'phone-mode-forbids': 'Su modo de teléfono exige pasar por Posllamada',
    'no-skills-configured': 'No tiene colas de habilidades configuradas',
    'no-waiting-calls': 'No hay llamadas en espera',
    'no-target-queue': 'No hay otra cola',
    'not-from-this-state': 'No es posible desde el estado actual',
    'present-state': 'Este es el estado actual',
    'nothing-chosen': 'Elija primero colas en la ventana',
    'nothing-kept': 'No hay nada pendiente que anular',
    'no-call': 'No hay ninguna llamada',
    'no-such-queue': 'No existe esa cola',
    'no-such-set': 'No existe ese conjunto guardado',
    'session-ended': 'Su sesión terminó: iníciela de nuevo en la ventana',
    'taken-over': 'Su sesión se terminó desde otro lugar: mire la ventana',
    'held-elsewhere': 'Sesión iniciada en otro lugar: mire la ventana',
  },
  /** A wish that waits for the gateway. Begins with the name. */
  kept: '{name} (pendiente)',
  tooltip: {
    unknown: 'Deskside: sesión iniciada',
    'signed-out': 'Deskside: sin sesión',
    idle: 'Deskside: disponible',
    busy: 'Deskside: ocupado',
    'wrap-up': 'Deskside: posllamada',
    arriving: 'Deskside: llega una llamada',
    ringing: 'Deskside: suena una llamada',
    talking: 'Deskside: en llamada',
    rest: 'Deskside: descanso',
    'rest-requested': 'Deskside: descanso solicitado',
    interrupted: 'Deskside: sin contacto con el gateway',
    recovering: 'Deskside: poniéndose al día con el gateway',
    'taken-over': 'Deskside: su sesión se terminó desde otro lugar',
    'held-elsewhere': 'Deskside: sesión iniciada en otro lugar',
    ended: 'Deskside: su sesión terminó',
  },
  /** The tool tip while calls wait. */
  waiting: '{tip} · {count} en espera',
  /** Title of the note shown when something asked for in the tray did not work. */
  failed: '{action}: no se hizo',
  nothingToTransfer: 'No hay llamadas en espera que puedan ir a esa cola.',
  /** Asked before the tray's Quit when a call is on. */
  quitInCall: {
    title: '¿Salir de Deskside?',
    text: 'Está en una llamada. Al salir, la llamada termina y se cierra su sesión.',
    confirm: 'Salir y terminar la llamada',
    cancel: 'Cancelar',
  },
  /** Shown while no window is open: what had changed after a time without the gateway. */
  away: {
    title: 'Durante su ausencia',
    body: 'Novedades: {changes}. Haga clic para leer más.',
    changes: {
      'agent-state': 'su estado',
      'queues-lost': 'sus colas',
      'queues-gained': 'sus colas',
      'call-missed': 'una llamada perdida',
      'call-ended': 'su llamada',
      'call-began': 'una llamada nueva',
      transfer: 'una llamada que transfirió',
      'linkage-lost': 'la vinculación de su teléfono',
      'linkage-gained': 'la vinculación de su teléfono',
    },
  },
  stillRunning: {
    title: 'Deskside sigue abierto',
    body: 'Su sesión continúa. Abra la ventana desde la bandeja; salga desde allí al terminar su turno.',
  },
}
