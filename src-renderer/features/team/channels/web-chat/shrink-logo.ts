/** Edge of the kept logo, in pixels: twice what is shown. */
const EDGE = 96

/** A picture as a small square PNG, in a data URL; what is left over at the longer side is cut off. @throws when it is no picture */
export async function shrinkLogo(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  const side = Math.min(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = EDGE
  canvas.height = EDGE
  canvas.getContext('2d')?.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, EDGE, EDGE)
  picture.close()
  return canvas.toDataURL('image/png')
}
