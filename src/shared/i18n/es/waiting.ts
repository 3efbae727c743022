import type { TransferAnswer, TransferOutcome } from '../../domain/waiting.ts'

export const waiting = {
  name: 'Llamadas en espera',
  caller: 'Número',
  queue: 'Cola',
  wait: 'Espera',
  action: 'Acción',
  unknownCaller: 'Oculto',
  queueNumber: 'Cola {id}',
  transfer: 'Transferir',
  transferCall: 'Transferir llamada {callId}',
  empty: 'No hay nadie en espera.',
  emptyBefore: 'En ese momento no había nadie en espera.',
  emptyNext: 'Las llamadas de sus colas aparecen aquí, primero la que más espera.',
  hiddenTitle: 'Oculta mientras está en Disponible',
  hidden:
    'El gateway no da la lista de espera a un agente disponible: la próxima llamada le llegaría de inmediato. Elija Ocupado o Posllamada para ver quién espera.',
  loading: 'Leyendo sus colas…',
  loadFailed: 'No se pudieron leer las llamadas en espera',
  notTransferable: 'No hay otra cola del mismo tipo.',
  queuesUnknown: 'No se pudieron leer las colas, así que no se sabe adónde puede ir una llamada.',
  receipts: 'Transferencias recientes',
  receiptRoute: '{from} a {to}',
  outcomes: {
    'in-progress': 'Moviendo…',
    moved: 'Movida',
    taken: 'Salió entretanto',
    gone: 'Salió antes de moverla',
    refused: 'No se movió',
    unknown: 'Resultado desconocido',
  } satisfies Record<TransferOutcome, string>,
  /** By what the gateway answered. Nothing here may claim more than the queues have shown. */
  outcomeHints: {
    'in-progress': {
      accepted: 'El gateway aceptó. Se leen de nuevo las colas.',
      refused: 'El gateway dijo que no. Se leen de nuevo las colas.',
      none: 'No llegó respuesta. Se leen de nuevo las colas.',
    },
    moved: {
      accepted: 'Se vio en espera en {to}.',
      refused: 'El gateway dijo que no, pero la llamada se vio en espera en {to}.',
      none: 'No llegó respuesta, pero la llamada se vio en espera en {to}.',
    },
    taken: {
      accepted:
        'El gateway aceptó y la llamada ya no espera en ninguna de las dos colas: se contestó o colgaron.',
      refused: 'La llamada ya no espera en ninguna de las dos colas.',
      none: 'La llamada ya no espera en ninguna de las dos colas.',
    },
    gone: {
      accepted: 'La llamada ya no espera en {from}.',
      refused: 'El gateway dijo que no: la llamada ya no espera en {from}. No tiene que hacer nada.',
      none: 'No llegó respuesta y la llamada ya no espera en {from}. No tiene que hacer nada.',
    },
    refused: {
      accepted:
        'El gateway aceptó, pero por lo que se puede ver la llamada sigue en espera en {from}. Inténtelo de nuevo.',
      refused: 'El gateway dijo que no; por lo que se puede ver, la llamada sigue en espera en {from}.',
      none: 'No llegó respuesta; por lo que se puede ver, la llamada sigue en espera en {from}. Inténtelo de nuevo.',
    },
    unknown: {
      accepted: 'El gateway aceptó. No se pudo ver si la llamada llegó a {to}.',
      refused: 'El gateway dijo que no. No se pudo ver si la llamada sigue en espera en {from}.',
      none: 'No llegó respuesta y nada indica dónde está la llamada. Mire la lista antes de intentarlo de nuevo.',
    },
  } satisfies Record<TransferOutcome, Record<TransferAnswer, string>>,
  asked: 'Se solicitó al gateway.',
  acceptedWhileIdle:
    'El gateway aceptó. Mientras esté en Disponible no se puede ver si la llamada llegó a {to}.',
  dialogTitle: 'Transferir llamada en espera',
  dialogText: 'Número: {caller}. Espera en {queue}.',
  target: 'Cola de destino',
  choose: 'Elija una cola',
  noTargetMatches: 'Ninguna cola coincide',
  noTargets: 'No hay otra cola del mismo tipo que {queue}.',
  left: 'Esta llamada salió de la cola. Ya no hay nada que mover.',
  failed: 'La llamada no se transfirió',
}
