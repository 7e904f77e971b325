/** A small picture of a picture. It can be drawn again, so it lies in `case.db` alone; of a confidential item, in memory. */
export interface Thumbnail {
  /** The parent: sha512 of the original. */
  readonly item: string
  /** Package, version and parameters; another maker draws it anew. */
  readonly maker: string
  /** null where none could be drawn. */
  readonly drawn: DrawnThumbnail | null
  /** Why none could be drawn, or why it does not show all of the picture. */
  readonly problem: string | null
}

/** Sizes in pixels, as a person sees the picture: turned as its EXIF orientation says. */
export interface DrawnThumbnail {
  readonly width: number
  readonly height: number
  readonly picture: { readonly width: number; readonly height: number }
}
