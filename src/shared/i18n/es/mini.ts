import type { mini as miniEn } from '../en/mini.ts'

export const mini: typeof miniEn = {
  name: 'Tira mínima',
  open: 'Abrir la ventana completa',
  openWithNotes:
    'Abrir la ventana completa: una notificación | Abrir la ventana completa: {count} notificaciones',
  waiting: 'Ninguna llamada en espera | Una llamada en espera | {count} llamadas en espera',
  waitingUnknown: 'No se sabe cuántas llamadas esperan',
  signIn: 'Iniciar sesión',
  look: 'Ver qué pasa',
  phases: {
    'signed-out': 'Sin sesión',
    'signing-in': 'Iniciando sesión…',
    'signing-out': 'Cerrando sesión…',
    doubtful: 'El gateway no responde',
    recovering: 'Poniéndose al día…',
    'taken-over': 'Sesión terminada desde otro lugar',
    ended: 'Sesión terminada',
  },
  failed: 'No se pudo hacer. Abra la ventana completa para ver el motivo.',
}
