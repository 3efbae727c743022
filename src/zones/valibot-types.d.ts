/*
 * What `valibot` is in the preload: types only. The contract's types are made of them, but a value would put a whole
 * library into the one file that runs beside the page (TS1362).
 */
export type * from '../../node_modules/valibot/dist/index.mjs'
