import type { AfterCallRule } from '../../domain/after-call-rule.ts'
import type { AgentState, PlatformBusyReason, RequestableState } from '../../domain/agent.ts'
import type { PhoneStatus } from '../../domain/linked-phone.ts'
import type { OfferedPhase } from '../../domain/shown-state.ts'
import type { SkillChoice } from '../../domain/skills.ts'
import type { SeenSource, TruthVerdict, WishOrigin } from '../../domain/truth-line.ts'
import type { WishName } from '../../domain/wishes.ts'

export const agentStates = {
  unknown: 'Desconocido',
  'signed-out': 'Sin sesión',
  idle: 'Disponible',
  busy: 'Ocupado',
  'wrap-up': 'Posllamada',
  talking: 'En llamada',
  rest: 'Descanso',
  'rest-requested': 'Descanso solicitado',
} satisfies Record<AgentState, string>

export const agentState = {
  name: 'Estado del agente',
  since: 'desde {time}',
  meaning: {
    unknown: 'El gateway aún no lo ha indicado.',
    'signed-out': 'No le llegan llamadas.',
    idle: 'Puede recibir la próxima llamada.',
    busy: 'No le llegan llamadas hasta que pase a Disponible.',
    'wrap-up': 'Terminando las tareas de la última llamada.',
    talking: 'Hay una llamada en curso.',
    rest: 'En una pausa.',
    'rest-requested': 'La plataforma lo concede cuando puede.',
  } satisfies Record<AgentState, string>,
  /** In the place of "A call is on." */
  onHold: 'La llamada está retenida.',
  muted: 'Su micrófono está en silencio.',
  choices: {
    idle: 'Disponible',
    busy: 'Ocupado',
    rest: 'Descanso',
    'wrap-up': 'Posllamada',
  } satisfies Record<RequestableState, string>,
  /** In the place of the state while a call waits to be answered. The gateway calls that "talking" already. */
  offered: { arriving: 'Llega una llamada', ringing: 'Suena una llamada' } satisfies Record<
    OfferedPhase,
    string
  >,
  offeredMeaning: 'La llamada aún no está conectada.',
  offeredLift: 'Descuelgue el teléfono para contestarla.',
  /** In the place of the meaning of idle. */
  passwordForced: 'Sin llamadas hasta que se cambie la contraseña.',
  /** In the place of the meaning while it is not certain: a state nobody can prove must not look like one to rely on. */
  inDoubt: 'Es el último estado conocido. Puede que ya sea otro.',
  notedInCall: '«{state}» queda anotado y se aplica cuando termine la llamada.',
  notedInWrapUp: '«{state}» queda anotado y se aplica cuando termine Posllamada.',
  /** Why the platform, and not the agent, made him busy. */
  busyReasons: {
    'no-answer': 'No contestó una llamada.',
    forced: 'Un supervisor lo puso en Ocupado.',
    rest: 'Debido a un descanso.',
    'phone-unavailable': 'Su teléfono no está disponible.',
    rejected: 'Rechazó una llamada.',
  } satisfies Record<PlatformBusyReason, string>,
  /** A reason that nobody gave a name. */
  reasonCode: 'motivo {code}',
  because: 'Motivo: {reason}.',
  /** A state with its reason, as one thing that was asked for. */
  withReason: '{state}, {reason}',
  reasonsMenu: {
    busy: 'Ocupado: motivo',
    rest: 'Descanso: motivo, tiempo',
  },
  restReason: 'Descanso de {length}',
  noReason: 'Sin motivo',
  restLength: 'Cuánto tiempo',
  restLeft: 'restan, hasta {time}',
  restSoonOver: 'Su descanso termina en un minuto.',
  restOverSince: 'terminado desde {time}',
  restOver: 'Su descanso terminó. Elija Disponible cuando vuelva.',
  /** Why a rest that was asked for does not begin. */
  restWaits:
    'El descanso empieza cuando la plataforma lo concede: puede requerir aprobación o un cupo libre.',
  restWaitsForQueue: 'El descanso empieza cuando vuelva a atender una cola.',
  /** A press that came right after the state had changed by itself. */
  guarded: 'Su estado acababa de cambiar: no se solicitó nada. Mire y presione otra vez.',
  keys: 'Las flechas mueven el foco; Espacio o Enter solicita el estado.',
}

export const afterCall = {
  name: 'Disponible tras la llamada',
  /** What will happen after the next call, whatever the switch says. */
  rules: {
    'idle-at-once': 'Tras una llamada pasa de inmediato a Disponible.',
    'idle-at-once-linked':
      'Tras una llamada pasa de inmediato a Disponible, y la siguiente se puede contestar en su teléfono de escritorio.',
    'wrap-up-by-choice': 'Tras una llamada queda en Posllamada hasta que elija Disponible.',
    'wrap-up-by-choice-linked':
      'Tras una llamada queda en Posllamada hasta que elija Disponible; entonces la siguiente se puede contestar en su teléfono de escritorio.',
    'wrap-up-compulsory': 'Su modo de teléfono exige pasar por Posllamada.',
    'wrap-up-compulsory-linked':
      'Su modo de teléfono exige pasar por Posllamada, también con el teléfono de escritorio vinculado.',
    'wrap-up-compulsory-not-followed':
      'Su modo de teléfono debería exigir pasar por Posllamada, pero el gateway aplicó Disponible de inmediato. Avise a soporte.',
    'wrap-up-compulsory-not-followed-linked':
      'Su modo de teléfono debería exigir pasar por Posllamada, también con el teléfono de escritorio vinculado, pero el gateway aplicó Disponible de inmediato. Avise a soporte.',
    'not-known':
      'Aún no se sabe qué pasa tras una llamada: solicítelo una vez, o espere a que termine la próxima.',
  } satisfies Record<AfterCallRule, string>,
}

export const linkage = {
  name: 'Vincular teléfono',
  on: 'El teléfono de escritorio sigue a este puesto',
  off: 'El teléfono de escritorio funciona por su cuenta',
  check: {
    name: 'Revisar el teléfono',
    facts: { answer: 'Gateway', phone: 'Teléfono', mode: 'Modo' },
    noAnswer: 'aún no indicó si vinculó el teléfono',
    linked: 'vinculó el teléfono',
    failed: 'no pudo vincular el teléfono (código {code})',
    notHeard: 'aún no se supo nada de él',
    statuses: {
      'off-hook': 'descolgado',
      'on-hook': 'colgado',
      talking: 'en llamada',
      online: 'conectado',
      offline: 'sin conexión',
      ringing: 'sonando',
    } satisfies Record<PhoneStatus, string>,
    alwaysOffHook: 'siempre descolgado: no suena con cada llamada',
    perCall: 'suena con cada llamada',
    advice: {
      off: 'Sin vincular: descuelgue y cuelgue a mano, o active la vinculación.',
      failed:
        'Compruebe que su teléfono sea un eSpace 7910, esté encendido y registrado en el centro de llamadas, y que haya iniciado sesión con su número. Luego pregunte otra vez.',
      offline:
        'El teléfono perdió la conexión. Revise el cable y la pantalla, espere a que se registre y pregunte otra vez.',
      silent:
        'Aún sin comprobar. Pregunte otra vez; si no hay respuesta, compruebe que el teléfono esté encendido y registrado.',
      offHook:
        'El teléfono está vinculado. Como siempre está descolgado, no suena y no hay nada que descolgar o rechazar desde aquí; se siguen sus teclas de retener y transferir.',
      well: 'Todo en orden: mientras el teléfono suena puede descolgar o rechazar desde aquí.',
    },
    ask: 'Preguntar otra vez al gateway',
    askMeans: 'Vincula el teléfono de nuevo e indica si funcionó. No cambia nada más.',
  },
}

/** The truth line: what was asked, what the gateway accepted, what was seen. "Seen" is proof, hence "comprobado". */
export const truth = {
  verdicts: {
    unknown: 'Desconocido',
    wished: 'Pendiente de envío',
    pending: 'Solicitando al gateway…',
    failed: 'Rechazado',
    uncertain: 'Resultado desconocido',
    accepted: 'Aceptado {time}, aún sin comprobar',
    confirmed: 'Confirmado {time}',
    doubted: 'Comprobado {time}, sin certeza desde entonces',
    contradicted: 'No coincide: aceptado {time}, luego se comprobó otra cosa',
  } satisfies Record<TruthVerdict, string>,
  failedWith: 'Falló {time}: {what}',
  refusedWith: 'Rechazado {time}: {what}',
  uncertainWith: 'Resultado desconocido desde {time}: {what}',
  contradictedWith: 'Aceptado {accepted} como «{asked}», comprobado {time} como «{seen}»',
  wishedWith: 'Solicitado {time}, aún sin enviar',
  kept: 'Pendiente: se enviará cuando responda el gateway',
  asked: 'Solicitado: {value}',
  /** What a switch stands on while its wish waits, beside what holds. */
  keptSwitch: 'Solicitado: {asked}. Último valor conocido: {before}.',
  keptSwitchUnknown: 'Solicitado: {asked}. No se sabe qué rige ahora.',
  tryAgain: 'Reintentar',
  /** Asks for the value that a failed wish was to change. */
  leaveIt: 'Dejar {value}',
  cancelWish: 'Mantener {value}',
  takeBack: 'Anular',
  details: 'Detalles de «{name}»',
  said: '{name}: {text}',
  faces: { wished: 'Solicitado', accepted: 'Aceptado', seen: 'Comprobado' },
  noFace: { wished: 'nada aún', accepted: 'aún no', seen: 'aún no' },
  answeredBy: 'por el gateway',
  /** What to do when the gateway said yes and something else was seen. */
  contradictions: {
    'after-call': 'Cámbielo otra vez; si se repite, avise a soporte.',
    linkage: 'Compruebe que el teléfono esté encendido y registrado, y cambie otra vez «Vincular teléfono».',
    skills: 'Aplique otra vez, o pregunte a su supervisor si le quitaron la cola.',
    'agent-state': 'Solicite el estado otra vez; si se repite, consulte a su supervisor.',
  } satisfies Record<WishName, string>,
  seenBy: {
    event: 'por un evento del gateway',
    'status-query': 'al consultar su estado en el gateway',
    roster: 'en la lista de agentes conectados',
    'waiting-list': 'en la lista de espera',
    'call-end': 'por lo que pasó tras la última llamada',
  } satisfies Record<SeenSource, string>,
  askedIn: {
    window: 'solicitado aquí',
    tray: 'solicitado en la bandeja',
    palette: 'solicitado en la paleta de comandos',
    shortcut: 'solicitado con un atajo de teclado',
    'command-line': 'solicitado en la línea de comandos',
    'deep-link': 'solicitado por un enlace',
    restored: 'de su última sesión',
  } satisfies Record<WishOrigin, string>,
}

export const skills = {
  name: 'Ingreso a colas',
  modes: { all: 'Todas', chosen: 'Elegidas', none: 'Ninguna' } satisfies Record<SkillChoice['mode'], string>,
  apply: 'Aplicar ingreso a colas',
  count: 'ninguna cola | una cola | {count} colas',
  effective: 'No atiende ninguna cola | Atiende una cola | Atiende {count} colas',
  effectiveUnknown: 'Aún no se sabe qué colas atiende',
  seenSome: 'Comprobado {time}: atiende {seen} de {all} colas',
  missing: 'Solicitadas y no atendidas: {queues}.',
  extra: 'Atendidas y no solicitadas: {queues}.',
  /** "All" meant fewer queues when it was asked for. No contradiction of the gateway, and no alarm. */
  laterConfigured:
    'Aún sin atender: {queues}. Quizá se agregó después de su ingreso a colas; aplique otra vez. Si sigue así, consulte a su supervisor.',
  /** The same for queues that were served before: these were taken away. */
  takenAway: 'Ya sin atender: {queues}. Aplique otra vez o consulte a su supervisor.',
  effectiveAll: 'Todas las colas; aún no se sabe cuáles son',
  configured: 'ninguna configurada | una configurada | {count} configuradas',
  filter: 'Filtrar colas',
  clearFilter: 'Borrar el filtro',
  /** What Apply, or a saved set, would change. */
  difference: { added: '+ {queues}', removed: '− {queues}', none: 'Sin cambios' },
  sets: {
    name: 'Grupos guardados',
    /** A set in the menu, with what it would change. */
    entry: '{name}: {change}',
    closed: 'Ahora no es posible',
    first: 'Guardar la selección actual…',
    edit: 'Guardar o cambiar grupos…',
    explanation: 'Un grupo guarda algunas colas con un nombre suyo; con dos clics ingresa a ellas.',
    saveAs: 'Guardar la selección actual como',
    example: 'Mañanas',
    present: 'Selección actual: {queues}',
    presentNone: 'ninguna cola',
    save: 'Guardar',
    full: 'Hay {count} grupos y no caben más: elimine uno primero.',
    rename: 'Cambiar el nombre de «{name}»',
    newName: 'Nombre nuevo de «{name}»',
    keepName: 'Usar este nombre',
    remove: 'Eliminar «{name}»',
    deleted: 'Se eliminó «{name}».',
    undo: 'Deshacer',
    problems: {
      required: 'Dé un nombre al grupo.',
      taken: 'Otro grupo tiene este nombre.',
      'too-long': 'El nombre puede tener hasta 60 caracteres.',
    },
  },
  noMatch: 'Ninguna cola coincide con «{text}».',
  chooseOne: 'Elija al menos una cola, o elija «Ninguna».',
  tooLong:
    'Demasiadas colas: su lista tiene {length} caracteres y el gateway admite {max}. Elija menos, o «Todas».',
  noneWarning: 'Sin colas no le llega ninguna llamada de cola.',
  empty: 'No tiene colas de habilidades configuradas.',
  emptyNext: 'Pida a su supervisor que le asigne una cola y luego actualice.',
  loadFailed: 'No se pudieron leer sus colas',
  serving: 'la atiende',
  notServing: 'no la atiende',
  changed: 'Sin aplicar aún',
  discard: 'Descartar',
  pick: 'Marcar visibles',
  unpick: 'Desmarcar visibles',
}
