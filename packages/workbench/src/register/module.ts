/** Version of what derives the register: raise it with every change that links or reads rows differently. */
export const REGISTER_MODULE = { name: 'register', version: '0.1.0' } as const
