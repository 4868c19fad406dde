import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** A letter in plain text. It names an errand, never a person, an employer or a measure (trust.md P-D5). */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

export type MailSettings = {
  /** `smtps://user:password@host` or `smtp://host:587`; without it nothing leaves the machine. */
  readonly smtpUrl?: string
  /** `Fotfäste <fotfaste@stad.example>` */
  readonly from: string
  /** Where letters are laid as text files when there is no server, for a demonstration; without it they are only kept in memory. */
  readonly outboxFolder?: string
}

export type Mail = {
  /** @throws when the server does not take the letter */
  readonly send: (letter: Letter) => Promise<void>
  /** The last hundred letters that were not sent anywhere. Empty when there is a server. */
  readonly outbox: readonly Letter[]
  readonly close: () => void
}

/** The post: a real server, or a fake one that lays letters in a folder and in memory. */
export function createMail(settings: MailSettings): Mail {
  return settings.smtpUrl ? createPost(settings.smtpUrl, settings.from) : createOutbox(settings.outboxFolder)
}

function createPost(smtpUrl: string, from: string): Mail {
  const transport = createTransport(encrypted(smtpUrl), { from })
  return {
    send: async letter => {
      await transport.sendMail({
        ...letter,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    outbox: [],
    close: () => transport.close(),
  }
}

/** Links that sign somebody in travel encrypted: on `smtp:` STARTTLS is demanded, but for a server on the same machine. */
export function encrypted(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'smtp:' && !near && !url.searchParams.has('requireTLS'))
    url.searchParams.set('requireTLS', 'true')
  return url.href
}

function createOutbox(folder: string | undefined): Mail {
  const outbox: Letter[] = []
  let count = 0
  return {
    send: async letter => {
      outbox.push(letter)
      if (outbox.length > 100) outbox.shift()
      if (!folder) return
      count += 1
      await mkdir(folder, { recursive: true })
      const name = `${Date.now()}-${count}.txt`
      await writeFile(join(folder, name), `To: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.text}\n`, {
        mode: 0o600,
      })
    },
    outbox,
    close: () => undefined,
  }
}
