import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../lib/paths.mjs'
import { choosePackages, installedPackages, missing, needsFor } from './debian.mjs'

const none = () => false

describe('system packages', () => {
  it('a removed package whose configuration files remain is not taken for installed', () => {
    const output = 'libnss3 installed\nlibnotify4 config-files\nlibgtk-3-0 not-installed\n\n'
    expect([...installedPackages(output)]).toEqual(['libnss3'])
  })

  it('a renamed package (t64) counts, so that newer Ubuntu is not asked for one it has not', () => {
    const needs = [{ packages: ['libasound2', 'libasound2t64'] }, { packages: ['libgbm1'] }]
    expect(missing(needs, new Set(['libasound2t64']), none)).toEqual([needs[1]])
  })

  it('a tool on the PATH counts, so that Chrome does for Chromium', () => {
    const needs = needsFor({ browser: true })
    expect(missing(needs, new Set(), (command) => command === 'google-chrome')).toEqual([])
    expect(missing(needs, new Set(), none)).toHaveLength(1)
  })

  it('without dpkg no library is called missing, since nobody can tell', () => {
    const lacking = missing(needsFor({ electron: true, compile: true }), null, none)
    expect(lacking.map(({ packages }) => packages[0])).toEqual(['xdg-utils', 'g++', 'make', 'python3'])
  })

  it('nothing is asked for that the purpose does not need', () => {
    expect(needsFor({})).toEqual([])
    expect(needsFor({ display: true }).flatMap(({ packages }) => packages)).toEqual(['xvfb'])
  })

  it('mail servers are installed apart from what the app needs and stop nothing where they cannot be had; another build of one counts', () => {
    const needs = needsFor({ mail: true })
    expect(needs.every(({ optional, server }) => optional && server)).toBe(true)
    expect(needsFor({ electron: true, display: true, unpack: true, compile: true, browser: true }).some(({ server }) => server)).toBe(false)
    expect(missing(needs, new Set(['exim4-daemon-heavy', 'dovecot-imapd']), none).map(({ packages }) => packages[0])).toEqual(['dovecot-lmtpd'])
  })

  it('text and emoji fonts are asked for, and none of our style sheets lets the emoji font draw digits', () => {
    const names = needsFor({ electron: true, display: true, unpack: true, compile: true, browser: true }).flatMap(({ packages }) => packages)
    expect(names).toEqual(expect.arrayContaining(['fonts-noto-cjk', 'fonts-noto-color-emoji']))
    for (const sheet of ['src-renderer/app/tokens.css', 'src-gateway/channels/web-chat/page/style.css']) {
      const [stack = ''] = readFileSync(join(ROOT, sheet), 'utf8').match(/-apple-system[^;]*;/) ?? []
      expect(stack.indexOf('Noto Sans CJK SC'), sheet).toBeGreaterThan(0)
      expect(stack.search(/system-ui|sans-serif|Emoji/), sheet).toBeGreaterThan(stack.indexOf('Noto Sans CJK SC'))
    }
  })

  it('the name that this release offers is installed, not one that it only mentions', () => {
    const policy = [
      'libasound2:', '  Installed: (none)', '  Candidate: (none)', '  Version table:',
      'libasound2t64:', '  Installed: (none)', '  Candidate: 1.2.11-1', '  Version table:', '     1.2.11-1 500',
    ].join('\n')
    const [alsa, other] = choosePackages([{ packages: ['libasound2', 'libasound2t64'] }, { packages: ['chromium'] }], policy)
    expect(alsa.name).toBe('libasound2t64')
    expect(other.name).toBeUndefined()
  })
})
