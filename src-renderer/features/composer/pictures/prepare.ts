import type { ATTACHMENT_MAX_BYTES, AttachmentType } from '../../../../src-shared/domain/attachment.ts'

/** Largest picture in bytes. The type holds it to the contract's value without bringing zod into the window. */
export const MAX_BYTES: typeof ATTACHMENT_MAX_BYTES = 8_388_608
/** A longer edge than this, in pixels, shows a customer nothing more. */
export const MAX_EDGE = 2000
const TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] satisfies AttachmentType[]
const JPEG_QUALITY = 0.9

export const ACCEPT = TYPES.join(',')

/** A picture as it is going to be sent. */
export interface PreparedPicture {
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

/** Why a file cannot be sent. */
export class PictureProblem extends Error {
  readonly why: 'type' | 'size' | 'damaged'
  constructor(why: PictureProblem['why']) {
    super(`picture: ${why}`)
    this.why = why
  }
}

/**
 * Must it be drawn anew? A photo always: its file tells where and when it was taken, and that is nobody's business. Others
 * only when they are too large. A GIF may move and is left as it is.
 */
export function mustRedraw(picture: { type: string; bytes: number; width: number; height: number }): boolean {
  if (picture.type === 'image/gif') return false
  return picture.type === 'image/jpeg' || picture.bytes > MAX_BYTES || Math.max(picture.width, picture.height) > MAX_EDGE
}

/** The size within MAX_EDGE, in the same proportion; at least one pixel. */
export function fittedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, MAX_EDGE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function draw(bitmap: ImageBitmap, type: 'image/png' | 'image/jpeg', size: { width: number; height: number }): Promise<Blob> {
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  if (!context) throw new PictureProblem('damaged')
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, size.width, size.height)
  }
  context.drawImage(bitmap, 0, 0, size.width, size.height)
  return canvas.convertToBlob({ type, quality: JPEG_QUALITY })
}

async function redraw(bitmap: ImageBitmap, type: string, size: { width: number; height: number }): Promise<Blob> {
  if (type === 'image/jpeg') return draw(bitmap, 'image/jpeg', size)
  const png = await draw(bitmap, 'image/png', size)
  // A photo that somebody saved as PNG.
  return png.size > MAX_BYTES ? draw(bitmap, 'image/jpeg', size) : png
}

/** Reads a chosen file, and makes it small enough where that is possible. @throws PictureProblem */
export async function preparePicture(file: Blob): Promise<PreparedPicture> {
  if (!TYPES.includes(file.type)) throw new PictureProblem('type')
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new PictureProblem('damaged')
  })
  try {
    const { width, height } = bitmap
    const isRedrawn = mustRedraw({ type: file.type, bytes: file.size, width, height })
    const size = isRedrawn ? fittedSize(width, height) : { width, height }
    const sent = isRedrawn ? await redraw(bitmap, file.type, size) : file
    if (sent.size > MAX_BYTES) throw new PictureProblem('size')
    return { bytes: new Uint8Array(await sent.arrayBuffer()), ...size }
  } finally {
    bitmap.close()
  }
}
