/** Words that belong to the window as a whole. Messages are in the syntax of vue-i18n: `{name}` and `one | many`. */
export const app = {
  name: 'Deskside',
  loading: 'Abriendo su puesto…',
  loadFailed: 'No se pudo leer el puesto',
  version: 'Deskside {version}',
  chromiumHost: 'entorno de prueba (Chromium)',
  quit: 'Salir',
  quitTitle: '¿Salir de Deskside?',
  quitText: 'Tiene la sesión iniciada. Al salir, primero se cierra la sesión y ya no le llegan llamadas.',
  quitConfirm: 'Salir y cerrar sesión',
  quitInCallText: 'Está en una llamada. Al salir, la llamada termina y se cierra su sesión.',
  quitInCallConfirm: 'Salir y terminar la llamada',
  /** Short ones: at 360 px all five stand in one row, with the count of the waiting calls. */
  views: {
    label: 'Vistas',
    desk: 'Puesto',
    waiting: 'Colas',
    roster: 'Equipo',
    supervisor: 'Supervisor',
    activity: 'Actividad',
  },
}

export const common = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  retry: 'Reintentar',
  refresh: 'Actualizar',
  loading: 'Cargando…',
  neverRead: 'Sin leer aún',
  readAge: 'Leído: {time}, {age}',
  support: 'Para soporte: {codes}',
  readGatewayWords: 'Lea abajo lo que dice la plataforma; reintente o dé el código a soporte.',
  gatewaySays: 'El gateway dice: «{text}»',
  on: 'activado',
  off: 'desactivado',
  notKnown: 'no se sabe',
}

/** Titles of the operating system's window list: the state comes first, so that it survives a narrow task bar. */
export const title = {
  waiting: '({count}) {state} · Deskside',
  plain: '{state} · Deskside',
  signedOut: 'Sin sesión · Deskside',
  signingIn: 'Iniciando sesión… · Deskside',
  signingOut: 'Cerrando sesión… · Deskside',
  doubtful: 'Sin respuesta · Deskside',
  recovering: 'Poniéndose al día… · Deskside',
  ended: 'Sesión terminada · Deskside',
  heldElsewhere: 'Sesión en otro lugar · Deskside',
}
