import { constants, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from './support/app.ts'
import { chat, openCustomer, say } from './support/customer.ts'
import { makePackage, openPackaged } from './support/packaged.ts'

// The packed app, once: what differs from the unpacked one is where it finds its parts, and the fuses.

test('S-35 the packed app alone serves a customer in a real browser, with its fuses set: a part left out of the package, or one found only in the work tree, would stop it', async ({ userData }) => {
  test.setTimeout(180_000) // it may have to be packed first
  const executable = await makePackage()

  const fuses = await getCurrentFuseWire(executable)
  const set = (option: FuseV1Options) => String.fromCharCode(fuses[option] ?? 0) === '1'
  expect({
    node: set(FuseV1Options.RunAsNode), nodeOptions: set(FuseV1Options.EnableNodeOptionsEnvironmentVariable), inspector: set(FuseV1Options.EnableNodeCliInspectArguments),
    files: set(FuseV1Options.GrantFileProtocolExtraPrivileges), cookies: set(FuseV1Options.EnableCookieEncryption), onlyAsar: set(FuseV1Options.OnlyLoadAppFromAsar),
    checked: set(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
  }).toEqual({ node: false, nodeOptions: false, inspector: false, files: false, cookies: true, onlyAsar: true, checked: true })
  expect(existsSync(join(dirname(executable), 'resources', 'app'))).toBe(false)

  // Away from the work tree, where Node would find what the package lacks.
  const elsewhere = mkdtempSync(join(tmpdir(), 'deskmate-packed-'))
  cpSync(dirname(executable), elsewhere, { recursive: true, mode: constants.COPYFILE_FICLONE })
  // A module named by the environment must not be loaded in its place.
  const desk = await openPackaged(join(elsewhere, basename(executable)), userData, { DESKMATE_SQLITE_BINDING: '/nowhere/better_sqlite3.node' })
  const customer = await openCustomer(desk.chat)
  try {
    await say(customer.page, '你好，请问这款杯子能用洗碗机洗吗？')
    await desk.page.getByTestId('row').filter({ hasText: '洗碗机' }).click()
    await expect(desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: '洗碗机' })).toBeVisible()
    await desk.page.getByTestId('composer').fill('可以的，上层架就行。')
    await desk.page.getByTestId('composer').press('Control+Enter')
    await expect(chat(customer.page)).toContainText('可以的，上层架就行。')
  } finally {
    await customer.close()
    await desk.close()
    rmSync(elsewhere, { recursive: true, force: true })
  }
  expect(readFileSync(join(userData, 'logs', 'shell.log'), 'utf8')).toMatch(/\[mark\] end /)
})
