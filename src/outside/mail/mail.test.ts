import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMail, encrypted } from './mail.ts'

const letter = {
  to: 'namn@bolag.example',
  subject: 'Din länk till Fotfäste',
  text: 'Öppna länken:\nhttps://fotfaste.example/logga-in/lank/abc',
}

test('without a server letters are kept, and laid in a folder as they are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fotfaste-mail-'))
  const mail = createMail({ from: 'Fotfäste <fotfaste@stad.example>', outboxFolder: folder })
  await mail.send(letter)
  expect(mail.outbox).toEqual([letter])
  const [file] = await readdir(folder)
  expect(await readFile(join(folder, String(file)), 'utf8')).toContain('https://fotfaste.example/logga-in/lank/abc')
  await rm(folder, { recursive: true })
})

test('with a server the letter goes there, from us, and says that nobody wrote it by hand', async () => {
  const received: string[] = []
  const server = createServer(socket => {
    let inBody = false
    socket.write('220 sink\r\n')
    socket.on('data', chunk => {
      const text = chunk.toString()
      received.push(text)
      if (inBody) {
        if (text.endsWith('\r\n.\r\n')) socket.write('250 taken\r\n')
        inBody = !text.endsWith('\r\n.\r\n')
      } else if (text.startsWith('DATA')) {
        inBody = true
        socket.write('354 go on\r\n')
      } else socket.write(text.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n')
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const mail = createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Fotfäste <fotfaste@stad.example>' })
  await mail.send(letter)
  mail.close()
  server.close()
  const all = received.join('')
  expect(all).toContain('MAIL FROM:<fotfaste@stad.example>')
  expect(all).toContain('RCPT TO:<namn@bolag.example>')
  expect(all).toMatch(/Auto-Submitted: auto-generated/i)
  expect(mail.outbox).toEqual([])
})

test('a server that takes nothing is an error, not silence', async () => {
  const mail = createMail({ smtpUrl: 'smtp://127.0.0.1:9', from: 'fotfaste@stad.example' })
  await expect(mail.send(letter)).rejects.toThrow()
})

test('links do not travel in the clear: STARTTLS is demanded but on the same machine', () => {
  expect(encrypted('smtp://post.stad.example:587')).toContain('requireTLS=true')
  expect(encrypted('smtps://post.stad.example')).not.toContain('requireTLS')
  expect(encrypted('smtp://localhost:1025')).not.toContain('requireTLS')
  expect(encrypted('smtp://post.stad.example?requireTLS=false')).toContain('requireTLS=false')
})
