/** What Deskside asks of the gateway, counted. */
export const diagnostics = {
  name: 'Cifras de la conexión',
  loading: 'Contando…',
  loadFailed: 'No se pudieron leer las cifras',
  requestsLastHour: 'Peticiones en la última hora',
  queuePeak: 'Máx. consultas de cola en 2 s',
  queuePeakValue: '{count} de {limit} como máximo',
  queuePeakTooHigh: 'Más de lo que pide el gateway. Avise a soporte.',
  answerTime: 'Tiempo de respuesta',
  answerTimeValue: '{median} ms de mediana, {slowest} ms máx.',
  noAnswer: 'sin respuesta aún',
  running: 'En marcha desde',
  journal: 'Registro de actividad',
  journalKept: 'se escribe en disco',
  journalNotKept:
    'solo en memoria: el disco no lo acepta. Revise el espacio en disco y los permisos de acceso.',
  table: 'Peticiones por interfaz',
  interface: 'Motivo',
  lastHour: 'Última hora',
  failed: 'Fallidas',
  sinceStart: 'Desde el inicio',
  none: 'Aún no hay peticiones.',
}
