const noBackend =
  'Chromium host: there is no system keychain here, so nothing can be encrypted. Keep the secret in memory and ask again.'

/** Electron's `safeStorage` on a system without a keychain: says so, and never pretends to encrypt. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(false),
  getSelectedStorageBackend: (): 'basic_text' => 'basic_text',
  setUsePlainTextEncryption: (_usePlainText: boolean): void => {
    throw new Error(noBackend)
  },
  encryptString: (_plainText: string): Buffer => {
    throw new Error(noBackend)
  },
  decryptString: (_encrypted: Buffer): string => {
    throw new Error(noBackend)
  },
  encryptStringAsync: (_plainText: string): Promise<Buffer> => Promise.reject(new Error(noBackend)),
  decryptStringAsync: (_encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> =>
    Promise.reject(new Error(noBackend)),
}
