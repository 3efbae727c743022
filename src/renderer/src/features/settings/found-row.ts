import type { InjectionKey, Ref } from 'vue'
import type { SettingRowId } from './setting-rows.ts'

/** The row a search has led to; it stands out until something else is looked at. */
export const foundRowKey: InjectionKey<Readonly<Ref<SettingRowId | null>>> = Symbol('found row')
