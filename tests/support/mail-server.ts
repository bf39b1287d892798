import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

const DOVECOT = '/usr/sbin/dovecot'
const EXIM = '/usr/sbin/exim4'
const PASSWORD = 'correct horse'
/** Mailboxes that exist. `gone@mail.test` is taken by Exim and refused by Dovecot: its mail bounces. */
const USERS = ['shop@shop.test', 'amy@mail.test', 'bob@mail.test']

/** Why the real servers cannot be started here; null: they can. They need root, because Dovecot gives each of its parts a user of its own. */
export function whyNoMailServers(): string | null {
  if (process.getuid?.() !== 0) return 'the tests against real mail servers are left out: they run as root only'
  const lacking = [[DOVECOT, 'dovecot-imapd'], ['/usr/lib/dovecot/lmtp', 'dovecot-lmtpd'], [EXIM, 'exim4-daemon-light']].filter(([file = '']) => !existsSync(file)).map(([, name]) => name)
  return lacking.length === 0 ? null : `the tests against real mail servers are left out: install ${lacking.join(' ')}`
}

/** Dovecot and Exim of Debian in a folder of their own, on free ports of this machine. */
export class MailServers {
  readonly dir = mkdtempSync(join(tmpdir(), 'mail-'))
  ports = { imap: 0, imaps: 0, lmtp: 0, smtp: 0, smtps: 0 }
  private dovecot: ChildProcess | null = null
  private exim: ChildProcess | null = null

  static async open(): Promise<MailServers> {
    const servers = new MailServers()
    servers.prepare(await freePorts(5))
    await Promise.all([servers.startImap(), servers.startSmtp()])
    return servers
  }

  /** PEM of the certificate that both show. */
  get ca(): string { return readFileSync(join(this.dir, 'cert.pem'), 'utf8') }

  /** What a person fills in for the shop's mailbox. */
  settings<T extends object>(over?: T) {
    return {
      imapHost: '127.0.0.1', imapPort: this.ports.imap, imapSecurity: 'plain' as const, imapUser: 'shop@shop.test', imapPassword: PASSWORD,
      smtpHost: '127.0.0.1', smtpPort: this.ports.smtp, smtpSecurity: 'plain' as const, smtpUser: 'shop@shop.test', smtpPassword: PASSWORD,
      fromAddress: 'shop@shop.test', fromName: '小店 Small shop', ...over,
    }
  }

  async startImap(): Promise<void> {
    this.dovecot = startGroup(DOVECOT, ['-F', '-c', join(this.dir, 'dovecot.conf')])
    await greets(this.ports.imap, this.dovecot)
    await greets(this.ports.lmtp, this.dovecot)
  }

  async startSmtp(): Promise<void> {
    this.exim = startGroup(EXIM, ['-bdf', '-C', join(this.dir, 'exim.conf')])
    await greets(this.ports.smtp, this.exim)
  }

  async stopImap(): Promise<void> {
    await end(this.dovecot)
    this.dovecot = null
  }

  async stopSmtp(): Promise<void> {
    await end(this.exim)
    this.exim = null
  }

  /** The next recipient of the shop's is refused for good. */
  refuseNext(): void {
    const file = join(this.dir, 'spool', 'refuse-next')
    writeFileSync(file, '')
    giveTo(file, 'Debian-exim')
  }

  /** A customer's mail, through SMTP as from the world outside. */
  async send(from: string, to: string, raw: string | Buffer): Promise<void> {
    const client = new SMTPConnection({ host: '127.0.0.1', port: this.ports.smtp, ignoreTLS: true, logger: false })
    await new Promise<void>((done, fail) => { client.once('error', fail); client.connect((error) => { if (error) fail(error); else done() }) })
    await new Promise<void>((done, fail) => { client.send({ from, to: [to] }, Buffer.from(raw), (error) => { if (error) fail(error); else done() }) })
    client.quit()
  }

  /** Mails in a folder of somebody's mailbox, as their files lie there. */
  mails(user: string, folder: 'INBOX' | 'Sent' = 'INBOX'): string[] {
    const root = join(this.dir, 'home', user, 'Maildir', folder === 'INBOX' ? '' : `.${folder}`)
    return ['new', 'cur'].flatMap((part) => {
      const place = join(root, part)
      return existsSync(place) ? readdirSync(place).sort((a, b) => deliveredAt(a) - deliveredAt(b)).map((name) => readFileSync(join(place, name), 'utf8')) : []
    })
  }

  /** Where a mail stands in the order in which Exim took them, which then delivers each by a process of its own; -1: it did not. */
  takenAt(raw: string): number {
    const [, id = ''] = /^Message-ID:\s*<([^>]*)>/im.exec(raw) ?? []
    return readFileSync(join(this.dir, 'mainlog'), 'utf8').indexOf(` id=${id} `)
  }

  /** Takes all mail out of a mailbox. */
  empty(user: string): void {
    for (const part of ['new', 'cur']) {
      const place = join(this.dir, 'home', user, 'Maildir', part)
      if (existsSync(place)) for (const name of readdirSync(place)) rmSync(join(place, name))
    }
  }

  /** Lays a mail into the shop's folder as if it had been delivered then: for mails that no server would take. */
  drop(raw: string | Buffer, at = new Date()): void {
    const place = join(this.dir, 'home', 'shop@shop.test', 'Maildir')
    for (const part of ['', 'new', 'cur', 'tmp']) {
      mkdirSync(join(place, part), { recursive: true })
      giveTo(join(place, part), 'mail')
    }
    const file = join(place, 'new', `${Date.now()}.${String(++dropped).padStart(6, '0')}.drop`)
    writeFileSync(file, raw)
    utimesSync(file, at, at)
    giveTo(file, 'mail')
  }

  /** Numbers all mails of the shop's folder anew, as a server does whose index was lost. Dovecot must be stopped. */
  renumber(): void {
    const place = join(this.dir, 'home', 'shop@shop.test', 'Maildir')
    for (const name of readdirSync(place)) if (/^dovecot/.test(name)) rmSync(join(place, name), { recursive: true, force: true })
  }

  log(): string {
    return ['dovecot.log', 'mainlog', 'paniclog'].map((name) => join(this.dir, name)).filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')).join('\n')
  }

  async close(): Promise<void> {
    await Promise.all([this.stopImap(), this.stopSmtp()])
    rmSync(this.dir, { recursive: true, force: true })
  }

  private prepare([imap = 0, imaps = 0, lmtp = 0, smtp = 0, smtps = 0]: number[]): void {
    this.ports = { imap, imaps, lmtp, smtp, smtps }
    chmodSync(this.dir, 0o755)
    const at = (name: string) => join(this.dir, name)
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', at('key.pem'), '-out', at('cert.pem')], { stdio: 'ignore' })
    for (const [folder, owner] of [['run', 'root'], ['home', 'mail'], ['spool', 'Debian-exim']] as const) {
      mkdirSync(at(folder))
      giveTo(at(folder), owner)
    }
    giveTo(at('key.pem'), 'Debian-exim')
    writeFileSync(at('users'), USERS.map((user) => `${user}:{PLAIN}${PASSWORD}:8:8::${at('home')}/${user}::\n`).join(''))
    writeFileSync(at('dovecot.conf'), dovecotConf(this.dir, this.ports))
    for (const log of ['mainlog', 'rejectlog', 'paniclog']) {
      writeFileSync(at(log), '')
      giveTo(at(log), 'Debian-exim')
    }
    writeFileSync(at('exim.conf'), eximConf(this.dir, this.ports), { mode: 0o644 })
  }
}

let dropped = 0

/** Microseconds in the name of a maildir's file: `<seconds>.M<microseconds>P...`. */
function deliveredAt(name: string): number {
  const [, seconds = '0', micros = '0'] = /^(\d+)\.(?:M(\d+))?/.exec(name) ?? []
  return Number(seconds) * 1e6 + Number(micros)
}

function giveTo(file: string, user: string): void {
  const [, , uid = '0', gid = '0'] = readFileSync('/etc/passwd', 'utf8').split('\n').find((line) => line.startsWith(`${user}:`))?.split(':') ?? []
  chownSync(file, Number(uid), Number(gid))
}

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return server
  }))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}

/** Resolves when the server says something on its port; rejects with its own words when it ends before. */
async function greets(port: number, child: ChildProcess): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString() })
  for (let tries = 0; tries < 400; tries++) {
    if (child.exitCode !== null) throw new Error(`a mail server did not start: ${said}`)
    const socket = connect(port, '127.0.0.1')
    const ok = await Promise.race([once(socket, 'data').then(() => true, () => false), once(socket, 'close').then(() => false, () => false)])
    socket.destroy()
    if (ok) return
    await pause(50)
  }
  throw new Error(`a mail server did not answer: ${said}`)
}

const watchers = new WeakMap<ChildProcess, ChildProcess>()

/**
 * Starts a server with its helpers in a group of its own, and a shell beside it that waits for the end of its input: that
 * comes with the end of this process, however it ends, and takes the group along.
 */
function startGroup(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  if (child.pid !== undefined) watchers.set(child, spawn('/bin/sh', ['-c', 'read _; kill -TERM -"$0"', String(child.pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true }))
  return child
}

/** Ends a server with all its helpers, which would go on with the connections they have. */
async function end(child: ChildProcess | null): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null) return
  const gone = once(child, 'exit')
  // First: the number of the group may be given to others once it is free.
  watchers.get(child)?.kill('SIGKILL')
  process.kill(-child.pid, 'SIGTERM')
  await gone
}

function dovecotConf(dir: string, ports: MailServers['ports']): string {
  return `
base_dir = ${dir}/run
state_dir = ${dir}/run
log_path = ${dir}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = dovecot
default_login_user = dovenull
shutdown_clients = yes
mail_location = maildir:~/Maildir
first_valid_uid = 1
disable_plaintext_auth = no
auth_mechanisms = plain login
ssl = yes
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
  args = username_format=%u ${dir}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${dir}/users
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
`
}

function eximConf(dir: string, ports: MailServers['ports']): string {
  const right = (user: string, password: string) => `\${if and{{eq{${user}}{shop@shop.test}}{eq{${password}}{${PASSWORD}}}}}`
  return `
spool_directory = ${dir}/spool
log_file_path = ${dir}/%slog
primary_hostname = mx.mail.test
domainlist local_domains = shop.test : mail.test
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${ports.smtp} : ${ports.smtps}
tls_on_connect_ports = ${ports.smtps}
tls_advertise_hosts = *
tls_certificate = ${dir}/cert.pem
tls_privatekey = ${dir}/key.pem
deliver_drop_privilege = true
message_size_limit = 60M
rfc1413_query_timeout = 0s
host_lookup =
smtp_accept_max = 100
smtp_accept_queue_per_connection = 1000
acl_smtp_rcpt = check_rcpt
acl_smtp_data = accept
begin acl
check_rcpt:
  deny local_parts = refused
    message = 5.1.1 no such mailbox here
  defer local_parts = later
    message = 4.7.1 come back later
  deny authenticated = *
    condition = \${if exists{${dir}/spool/refuse-next}}
    message = 5.7.1 not today\${run{/bin/rm ${dir}/spool/refuse-next}}
  accept domains = +local_domains
  accept authenticated = *
  deny message = relay not permitted
begin routers
here:
  driver = manualroute
  domains = +local_domains
  transport = dovecot
  route_list = * 127.0.0.1
  self = send
begin transports
dovecot:
  driver = smtp
  protocol = lmtp
  port = ${ports.lmtp}
  allow_localhost = true
  hosts_try_fastopen =
begin retry
* * F,1h,2s
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${right('$auth2', '$auth3')}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${right('$auth1', '$auth2')}
  server_set_id = $auth1
`
}
