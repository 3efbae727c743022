export const signIn = {
  heading: 'Iniciar sesión',
  lead: 'en su puesto del centro de contacto',
  demo: 'Datos del gateway de demostración incluido.',
  gatewayAddress: 'Dirección del gateway',
  gatewayExample: 'https://gateway.example.com:8043',
  agentId: 'ID de agente',
  password: 'Contraseña',
  phone: 'Teléfono',
  alwaysOffHook: 'Siempre descolgado',
  alwaysOffHookHint: 'Sin esta opción es obligatorio pasar por Posllamada.',
  advanced: 'Avanzado',
  caFile: 'Archivo de certificado de la CA',
  caFileHint: 'Solo si su empresa tiene su propia autoridad de certificación.',
  browse: 'Examinar…',
  submit: 'Iniciar sesión',
  submitting: 'Iniciando sesión…',
  progress: 'Iniciando sesión como agente {agentId}',
  failed: 'No se pudo iniciar sesión',
  outcomeUnknown:
    'No llegó respuesta: puede que la sesión se haya iniciado o puede que no. Inténtelo de nuevo; si se le indica que ya hay una sesión iniciada, tome el control.',
  check: 'Revise un campo | Revise {count} campos',
  ended: 'Su última sesión',
  takeOverTitle: 'Ya hay una sesión iniciada',
  takeOverText:
    'El agente {agentId} tiene la sesión iniciada en otro lugar. Al tomar el control, esa sesión termina; una llamada en curso allí puede cortarse.',
  /** Added when nothing says that the last session of this computer was ended in order. */
  takeOverOwn: 'Puede ser su propia sesión anterior.',
  takeOver: 'Tomar el control',
}

export const session = {
  name: 'Sesión',
  agent: 'Agente {agentId}',
  connected: 'Conectado',
  connectedSince: 'Conectado desde {time}',
  doubtful: 'Sin respuesta desde {time}',
  doubtfulTitle: 'El gateway no responde desde {time}.',
  doubtfulText: 'Lo que ve puede estar desactualizado; sus solicitudes quedan pendientes.',
  doubtfulRetry: 'Deskside sigue intentándolo por sí solo.',
  recovering: 'Poniéndose al día…',
  recoveringText:
    'El gateway responde otra vez. Se está leyendo todo de nuevo; hasta entonces puede estar desactualizado.',
  staleList: 'Esta lista está desactualizada: el gateway no responde desde {time}.',
  staleListRecovering:
    'Esta lista está desactualizada. Se lee de nuevo en cuanto Deskside se haya puesto al día.',
  signingOut: 'Cerrando sesión…',
  at: 'en {gateway}',
  alwaysOffHook: 'siempre descolgado',
  passwordDays:
    'La contraseña vence hoy. Pida que la cambien antes de cerrar sesión. | La contraseña vence en un día. Pida a tiempo que la cambien. | La contraseña vence en {days} días. Pida a tiempo que la cambien.',
  passwordForcedTitle: 'Debe cambiar su contraseña',
  passwordForcedText:
    'Tiene la sesión iniciada, pero antes de eso no llegan llamadas. Cámbiela donde lo indique su centro de contacto; luego cierre la sesión e iníciela de nuevo.',
  signOut: 'Cerrar sesión',
  signOutFailed: 'No se pudo cerrar la sesión',
  inCallTitle: 'Está en una llamada',
  inCallText: 'Durante una llamada, el gateway solo cierra la sesión a la fuerza. Eso termina la llamada.',
  force: 'Cerrar sesión y terminar la llamada',
}

/** The screen that takes the place of the desk when the gateway has no session of ours any more. */
export const ended = {
  heading: 'Su sesión terminó',
  headingTakenOver: 'Su sesión se terminó desde otro lugar',
  headingHeldElsewhere: 'Sesión iniciada en otro lugar',
  who: 'Agente {agentId}, fin de sesión: {time}',
  wishesKept:
    'El ingreso a colas, la vinculación del teléfono y el estado tras la llamada se solicitan de nuevo cuando vuelva.',
  stateDropped: 'El estado que solicitó, no: la sesión terminó antes de poder enviarlo.',
  stayingDown: 'Ahora Deskside no hace nada por sí solo.',
  back: 'Iniciar sesión de nuevo',
  backBusy: 'Iniciando sesión…',
  takeBack: 'Recuperar sesión',
  takeBackText: 'Al recuperarla termina la otra sesión; una llamada en curso allí puede cortarse.',
  failed: 'Aún no recuperó su sesión',
  typePassword: 'Escriba su contraseña para volver.',
  notForgotten: 'No se pudo borrar su contraseña de la memoria. Cierre Deskside antes de dejar el puesto.',
  /** Not a "sign in": one button of that name is enough. */
  somebodyElse: 'Usar otro ID de agente',
}
