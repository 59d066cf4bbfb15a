/** Tables of schema `views`, each as `views.name`. */
export type ViewsTables = Record<never, never>
