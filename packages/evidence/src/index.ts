/** Originals as OCFL objects, and a log of custody and decisions. Knows nothing of casualties. */
export {}
