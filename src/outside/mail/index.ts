export { createMail, type Letter, type Mail, type MailSettings } from './mail.ts'
