/** Tables of schema `work`, each as `work.name`. */
export type WorkTables = Record<never, never>
