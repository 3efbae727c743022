import type { CallAction, CallUnavailable } from '../../domain/call-control.ts'
import type { CallKind, CallPhase } from '../../domain/call.ts'

/** The present call and what can be done with it. */
export const call = {
  heading: 'Llamada actual',
  none: 'Sin llamada',
  noneNext: 'La próxima llamada aparece aquí.',
  phases: {
    arriving: 'Entrante',
    ringing: 'Sonando',
    talking: 'En conversación',
    held: 'Retenida',
  } satisfies Record<CallPhase, string>,
  muted: 'Micrófono en silencio',
  muteUnknown: 'No se sabe si su micrófono está en silencio',
  withheld: 'Número oculto',
  unknownCaller: 'Sin número',
  kinds: {
    incoming: 'Llamada entrante',
    outgoing: 'Llamada saliente',
    internal: 'Llamada interna',
    consultation: 'Consulta',
    conference: 'Conferencia',
    callback: 'Devolución de llamada',
    campaign: 'Llamada de campaña',
  } satisfies Record<CallKind, string>,
  transferredBy: 'la pasó {who}',
  /** What is not an ordinary voice call. */
  media: {
    chat: 'Chat',
    video: 'Video',
    message: 'Mensaje',
  },
  /** How long the two have been connected, holding included. */
  lasts: '{time} en total',
  actions: {
    answer: 'Contestar',
    hold: 'Retener',
    retrieve: 'Retomar',
    mute: 'Silenciar',
    unmute: 'Activar',
    release: 'Colgar',
    'pick-up': 'Descolgar',
    reject: 'Rechazar',
  } satisfies Record<CallAction, string>,
  /** Why a button does nothing now. */
  reasons: {
    'not-signed-in': 'Primero inicie sesión.',
    'session-changing': 'Iniciando o cerrando sesión.',
    'gateway-silent': 'El gateway no responde. Use su teléfono.',
    'not-ringing': 'No suena nada que se pueda contestar.',
    'lift-the-phone': 'Descuelgue el teléfono para contestar.',
    'not-linked': 'Desde aquí solo se puede descolgar o colgar un teléfono vinculado.',
    'already-answered': 'La llamada ya se contestó.',
    'not-answered': 'La llamada aún no se contestó.',
    'on-hold': 'La llamada está retenida.',
    'not-on-hold': 'La llamada no está retenida.',
    muted: 'Su micrófono ya está en silencio.',
    'not-muted': 'Su micrófono no está en silencio.',
    'in-conference': 'Una conferencia no se puede retener.',
    'under-way': 'Ya se solicitó; aún no se ve el efecto.',
  } satisfies Record<CallUnavailable, string>,
  /** A press that came right after the call had changed by itself. */
  guarded: 'La llamada acababa de cambiar: no se hizo nada. Mire y presione otra vez.',
  keys: 'Teclas: {keys}',
}
