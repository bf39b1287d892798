import { expect, test } from 'vitest'
import { ATTACHMENT_MAX_BYTES, AttachmentType } from '../../../../src-shared/domain/attachment.ts'
import { pastedPictures } from './add-pictures.ts'
import { ACCEPT, fittedSize, MAX_BYTES, MAX_EDGE, mustRedraw } from './prepare.ts'

const small = { bytes: 1000, width: 640, height: 480 }

test('V-15 a photo is always drawn anew, so that the place where it was taken goes to nobody; a small screenshot is sent byte for byte', () => {
  expect(mustRedraw({ ...small, type: 'image/jpeg' })).toBe(true)
  expect(mustRedraw({ ...small, type: 'image/png' })).toBe(false)
  expect(mustRedraw({ ...small, type: 'image/webp', width: MAX_EDGE + 1 })).toBe(true)
  expect(mustRedraw({ ...small, type: 'image/png', bytes: MAX_BYTES + 1 })).toBe(true)
  expect(mustRedraw({ ...small, type: 'image/gif', width: 5000 })).toBe(false)
})

test('V-15 a large picture fits in two thousand pixels, in its own proportion, and a sliver keeps a pixel', () => {
  expect(fittedSize(4000, 3000)).toEqual({ width: 2000, height: 1500 })
  expect(fittedSize(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fittedSize(20_000, 3)).toEqual({ width: 2000, height: 1 })
})

test('V-15 the window takes what the gateway takes: a picture that is shown and then refused', () => {
  expect(MAX_BYTES).toBe(ATTACHMENT_MAX_BYTES)
  expect(ACCEPT.split(',').sort()).toEqual([...AttachmentType.options].sort())
})

test('V-15 a table copied from a document is pasted as words, not as a picture of itself', () => {
  const picture = { name: 'image.png' } as File
  const data = (text: string) => ({ files: [picture] as unknown as FileList, getData: () => text })
  expect(pastedPictures(data('订单\t金额'))).toEqual([])
  expect(pastedPictures(data(''))).toEqual([picture])
})
