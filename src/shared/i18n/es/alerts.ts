import type { alerts as alertsEn, login as loginEn } from '../en/alerts.ts'

export const alerts: typeof alertsEn = {
  kinds: {
    'call-arriving': {
      name: 'Llega una llamada',
      about: 'El sonido se oye también mientras usted trabaja en la ventana.',
    },
    'call-missed': {
      name: 'Llamada perdida',
      about: 'Se le ofreció una llamada y se retiró sin respuesta.',
    },
    'state-forced': {
      name: 'Estado cambiado por un supervisor',
      about: 'Otra persona cambió su estado.',
    },
    'waiting-long': {
      name: 'Esperas largas',
      about: 'Una de sus colas llegó a su umbral rojo.',
    },
    'session-trouble': {
      name: 'Sesión e inicio',
      about: 'La sesión terminó, el gateway no responde, o lo que rige no es lo que usted solicitó.',
    },
    'transfer-result': {
      name: 'Resultado de una transferencia',
      about: 'Qué pasó con una llamada en espera que usted movió.',
    },
    'rest-over': {
      name: 'Terminó el descanso',
      about: 'El sonido se oye también mientras usted trabaja en la ventana.',
    },
  },
  note: 'Aviso',
  sound: 'Sonido',
  noteFor: 'Aviso: {kind}',
  soundFor: 'Sonido: {kind}',
  testNoteFor: 'Probar el aviso: {kind}',
  testSoundFor: 'Probar el sonido: {kind}',
  lead: 'Su sistema muestra los avisos mientras usted trabaja en otra parte; Deskside reproduce los sonidos. Ninguno nombra a quien llama.',
  silent: 'Con 0 no se oye ningún sonido.',
  quietAbout:
    'Entre estas horas no hay sonidos ni avisos, tampoco de llamadas. La ventana muestra todo como siempre.',
  from: 'Desde',
  to: 'Hasta',
  quietUntil: 'En silencio ahora, hasta las {time}.',
  quietAllDay: 'La misma hora dos veces: silencio todo el día.',
  quietNot: 'Ahora no hay silencio.',
  noteShown: 'El aviso se entregó a su sistema. Si no lo ve, revise la configuración de notificaciones.',
  noNotes: 'Este sistema no muestra avisos.',
  soundPlayed: 'El sonido se reprodujo. Si no lo oyó, revise el volumen del sistema y el altavoz elegido.',
  soundMuted: 'El volumen está en 0.',
  soundFailed: 'No se pudo reproducir el sonido. Revise que su equipo tenga altavoz o auricular.',
  notes: {
    call: { title: 'Llega una llamada', body: 'Abra Deskside para ver quién llama.' },
    silent: {
      title: 'El gateway no responde',
      body: 'Lo que muestra Deskside puede ser antiguo. Sigue intentándolo por su cuenta.',
    },
    transfer: {
      title: 'Resultado de una transferencia',
      outcomes: {
        moved: 'La llamada que movió espera ahora en la otra cola.',
        taken: 'La llamada que movió ya no espera: se contestó o colgaron.',
        gone: 'La llamada que quería mover ya no estaba en espera.',
        refused: 'La llamada no se movió; sigue esperando en su cola.',
        unknown: 'Aún no se sabe si la llamada se movió. Abra Deskside para verlo.',
      },
    },
    more: '{count} más desde el último aviso. Abra Deskside para leerlos.',
    test: 'Así se ve este aviso. No ha pasado nada.',
  },
}

export const login: typeof loginEn = {
  notInstalled: 'No se ofrece: este Deskside se ejecuta desde su código y no está instalado.',
  notOnThisSystem: 'No se ofrece en este sistema: use el inicio automático del propio sistema.',
  on: 'Su sistema dice: activado.',
  off: 'Su sistema dice: desactivado.',
  failed: 'Su sistema no permitió el cambio. Revise su configuración de inicio automático.',
}
